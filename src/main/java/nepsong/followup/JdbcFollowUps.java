package nepsong.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFollowUps implements FollowUps {

    private static final String SELECT =
            """
            select f.id, f.cycle, f.unit, f.number, t.task, f.due_on,
                   least(c.starts_at, f.given_at) as given_at, r.number as report, r.result, r.completed_on,
                   r.reported_by, r.reported_at, r.accepted, r.reason, r.judged_at
            from follow_ups f
                 join conferences c on c.cycle = f.cycle and c.version = f.version
                 join conference_tasks t on t.cycle = f.cycle and t.version = f.version and t.position = f.number - 1
                 left join follow_up_reports r on r.follow_up = f.id
            where %s
            order by f.number, r.number
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;

    JdbcFollowUps(JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    private record Row(FollowUp followUp, @Nullable FollowUpReport report) {}

    @Override
    public FollowUp get(String id) {
        return together(jdbc.sql(SELECT.formatted("f.id = ?"))
                        .param(id)
                        .query((row, n) -> row(row))
                        .list())
                .stream()
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<FollowUp> of(String cycle, String unit) {
        return together(jdbc.sql(SELECT.formatted("f.cycle = ? and f.unit = ?"))
                .params(cycle, unit)
                .query((row, n) -> row(row))
                .list());
    }

    private static List<FollowUp> together(List<Row> rows) {
        Map<String, FollowUp> found = new LinkedHashMap<>();
        for (Row row : rows) {
            FollowUp one = found.getOrDefault(row.followUp().id(), row.followUp());
            List<FollowUpReport> reports = new ArrayList<>(one.reports());
            if (row.report() != null) {
                reports.add(row.report());
            }
            found.put(one.id(), one.with(reports));
        }
        return List.copyOf(found.values());
    }

    private static Row row(ResultSet row) throws SQLException {
        FollowUp followUp = new FollowUp(
                row.getString("id"),
                row.getString("cycle"),
                row.getString("unit"),
                row.getInt("number"),
                row.getString("task"),
                LocalDate.ofInstant(moment(row, "given_at"), WorkingCalendar.ZONE),
                row.getObject("due_on", LocalDate.class),
                List.of());
        return new Row(followUp, row.getObject("report") == null ? null : report(row));
    }

    private static FollowUpReport report(ResultSet row) throws SQLException {
        return new FollowUpReport(
                row.getInt("report"),
                row.getString("result"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("reported_by"),
                moment(row, "reported_at"),
                row.getObject("accepted") == null
                        ? null
                        : new FollowUpReport.Verdict(
                                row.getBoolean("accepted"), row.getString("reason"), moment(row, "judged_at")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void add(Collection<Given> given) {
        batches.batchUpdate(
                "insert into follow_ups (id, cycle, version, number, unit, due_on, given_at) values (?, ?, ?, ?, ?, ?, ?)",
                given.stream()
                        .map(one -> new Object[] {
                            one.id(), one.cycle(), one.version(), one.number(), one.unit(), one.dueOn(), now()
                        })
                        .toList());
    }

    @Override
    public void report(FollowUp followUp, String result, LocalDate completedOn, String user) {
        jdbc.sql(
                        """
                        insert into follow_up_reports (follow_up, number, result, completed_on, reported_by, reported_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(followUp.id(), followUp.reports().size() + 1, result, completedOn, user, now())
                .update();
    }

    @Override
    public void accept(FollowUp followUp, String user) {
        judge(followUp, true, null, user);
    }

    @Override
    public void giveBack(FollowUp followUp, String reason, LocalDate dueOn, String user) {
        judge(followUp, false, reason, user);
        postpone(followUp.id(), dueOn);
    }

    private void judge(FollowUp followUp, boolean accepted, @Nullable String reason, String user) {
        jdbc.sql(
                        """
                        update follow_up_reports set accepted = ?, reason = ?, judged_by = ?, judged_at = ?
                        where follow_up = ? and number = ?
                        """)
                .params(
                        accepted,
                        reason,
                        user,
                        now(),
                        followUp.id(),
                        followUp.reports().size())
                .update();
    }

    @Override
    public void postpone(String id, LocalDate dueOn) {
        jdbc.sql("update follow_ups set due_on = ? where id = ?")
                .params(dueOn, id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
