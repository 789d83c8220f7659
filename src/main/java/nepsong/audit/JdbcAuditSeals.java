package nepsong.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditSeals implements AuditSeals {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    JdbcAuditSeals(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    @Override
    public Optional<String> awaitTurn() {
        return jdbc.sql("select key_print from audit_turn where id = 1 for update")
                .query((row, n) -> Optional.ofNullable(row.getString("key_print")))
                .single();
    }

    @Override
    public Optional<String> begunWith() {
        return jdbc.sql("select key_print from audit_turn where id = 1")
                .query((row, n) -> Optional.ofNullable(row.getString("key_print")))
                .single();
    }

    @Override
    public void beginWith(String keyPrint) {
        jdbc.sql("update audit_turn set key_print = ? where id = 1")
                .param(keyPrint)
                .update();
    }

    @Override
    public Head last() {
        return jdbc.sql("select position, seal from audit_seals order by position desc fetch first row only")
                .query((row, n) -> new Head(row.getLong("position"), row.getString("seal")))
                .optional()
                .orElse(Head.NONE);
    }

    @Override
    public long lastEvent() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
    }

    @Override
    public long lastSealedEvent() {
        return jdbc.sql("select event from audit_seals order by position desc fetch first row only")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<WrittenEvent> unsealed(long aboveEvent, int atMost) {
        return jdbc.sql(
                        """
                        select e.* from audit_events e
                        where e.id > ? and not exists (select 1 from audit_seals s where s.event = e.id)
                        order by e.id fetch first ? rows only
                        """)
                .params(aboveEvent, atMost)
                .query((row, n) -> JdbcAuditEvents.read(row))
                .list();
    }

    @Override
    public void add(Collection<Link> links) {
        batches.batchUpdate(
                "insert into audit_seals (position, event, seal) values (?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {link.position(), link.eventId(), link.seal()})
                        .toList());
    }

    @Override
    public List<Link> links(long abovePosition, int atMost) {
        return jdbc.sql(
                        """
                        select s.position, s.event, s.seal, e.*
                        from audit_seals s left join audit_events e on e.id = s.event
                        where s.position > ?
                        order by s.position fetch first ? rows only
                        """)
                .params(abovePosition, atMost)
                .query((row, n) -> new Link(
                        row.getLong("position"),
                        row.getLong("event"),
                        row.getString("seal"),
                        row.getObject("id") == null ? null : JdbcAuditEvents.read(row)))
                .list();
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return jdbc.sql("select 1 from audit_heads where ended_on = ?")
                .param(day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public void publish(LocalDate day, Head head, Instant now) {
        jdbc.sql("insert into audit_heads (ended_on, position, seal, published_at) values (?, ?, ?, ?)")
                .params(day, head.position(), head.seal(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Map<Head, LocalDate> published() {
        Map<Head, LocalDate> days = new LinkedHashMap<>();
        jdbc.sql("select ended_on, position, seal from audit_heads order by position, ended_on")
                .query((row, n) -> Map.entry(
                        new Head(row.getLong("position"), row.getString("seal")),
                        row.getObject("ended_on", LocalDate.class)))
                .list()
                .forEach(published -> days.putIfAbsent(published.getKey(), published.getValue()));
        return days;
    }
}
