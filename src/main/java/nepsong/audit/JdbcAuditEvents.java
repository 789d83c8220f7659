package nepsong.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditEvents implements AuditEvents {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    JdbcAuditEvents(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    @Override
    public void add(Collection<WrittenEvent> events) {
        batches.batchUpdate(
                """
                insert into audit_events (nonce, happened_at, actor, on_behalf_of, action, refused, cycle, unit,
                    subject, reason, before_values, after_values, address, mac)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                events.stream()
                        .map(event -> new @Nullable Object[] {
                            event.nonce(),
                            event.at().atOffset(ZoneOffset.UTC),
                            event.actor(),
                            event.onBehalfOf(),
                            event.action(),
                            event.refused(),
                            event.cycle(),
                            event.unit(),
                            event.subject(),
                            event.reason(),
                            event.before(),
                            event.after(),
                            event.address(),
                            event.mac()
                        })
                        .toList());
    }

    @Override
    public List<WrittenEvent> search(AuditQuestion question, int offset, int atMost) {
        List<Object> values = new ArrayList<>();
        String matching = matching(question, values);
        values.add(offset);
        values.add(atMost);
        return jdbc.sql("select * from audit_events where " + matching
                        + " order by id desc offset ? rows fetch first ? rows only")
                .params(values)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public int count(AuditQuestion question) {
        List<Object> values = new ArrayList<>();
        String matching = matching(question, values);
        return jdbc.sql("select count(*) from audit_events where " + matching)
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** Only what was asked for stands in the statement, so that each search has the index that fits. */
    private static String matching(AuditQuestion question, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!question.actor().isEmpty()) {
            conditions.add("(actor = ? or on_behalf_of = ?)");
            values.addAll(List.of(question.actor(), question.actor()));
        }
        if (!question.action().isEmpty()) {
            String action = question.action();
            conditions.add(action.endsWith(".") ? "action like ? escape '!'" : "action = ?");
            values.add(action.endsWith(".") ? escaped(action) + "%" : action);
        }
        if (!question.unit().isEmpty()) {
            conditions.add("unit = ?");
            values.add(question.unit());
        }
        if (question.from() != null) {
            conditions.add("happened_at >= ?");
            values.add(midnight(question.from()));
        }
        if (question.to() != null) {
            conditions.add("happened_at < ?");
            values.add(midnight(question.to().plusDays(1)));
        }
        if (!question.text().isEmpty()) {
            String text = "%" + escaped(question.text().toLowerCase(Locale.ROOT)) + "%";
            conditions.add("(lower(subject) like ? escape '!' or lower(cycle) like ? escape '!'"
                    + (question.everything() ? " or lower(reason) like ? escape '!')" : ")"));
            values.addAll(question.everything() ? List.of(text, text, text) : List.of(text, text));
        }
        if (question.refused() != null) {
            conditions.add("refused = ?");
            values.add(question.refused());
        }
        return String.join(" and ", conditions);
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    static WrittenEvent read(ResultSet row) throws SQLException {
        return new WrittenEvent(
                row.getLong("id"),
                row.getObject("nonce", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getBoolean("refused"),
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("before_values"),
                row.getString("after_values"),
                row.getString("address"),
                row.getString("mac"));
    }
}
