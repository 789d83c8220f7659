package nepsong.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nepsong.cycle.Affair;
import nepsong.reminder.Extension.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExtensions implements Extensions {

    private final JdbcClient jdbc;

    JdbcExtensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Extension> find(String id) {
        return jdbc.sql("select * from extensions where id = ?")
                .param(id)
                .query(JdbcExtensions::extension)
                .optional();
    }

    @Override
    public Optional<Extension> about(OpenTask task) {
        return jdbc.sql(
                        """
                        select * from extensions
                        where task = :task
                              or step = :step and business_key = :key and task_name = :name and unit = :unit
                                 and (:shared or requested_by in (:persons))
                        order by requested_at desc fetch first 1 row only
                        """)
                .param("task", task.id())
                .param("step", task.step())
                .param("key", task.businessKey())
                .param("name", task.name())
                .param("unit", task.affair().unit())
                .param("shared", !task.groups().isEmpty())
                .param("persons", task.persons().isEmpty() ? List.of("") : task.persons())
                .query(JdbcExtensions::extension)
                .optional();
    }

    @Override
    public List<Extension> askedBy(String person) {
        return jdbc.sql("select * from extensions where requested_by = ? order by requested_at desc")
                .param(person)
                .query(JdbcExtensions::extension)
                .list();
    }

    @Override
    public List<Extension> of(Affair affair) {
        return jdbc.sql(
                        """
                        select * from extensions where cycle = :cycle and (cast(:unit as varchar) = '' or unit = :unit)
                        order by requested_at desc
                        """)
                .param("cycle", affair.cycle())
                .param("unit", affair.unit())
                .query(JdbcExtensions::extension)
                .list();
    }

    @Override
    public void add(Extension one) {
        jdbc.sql(
                        """
                        insert into extensions (id, task, task_name, step, business_key, cycle, unit, requested_by,
                                                requested_at, reason, old_due, until_day, requested_for)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.id(),
                        one.task(),
                        one.taskName(),
                        one.step(),
                        one.businessKey(),
                        one.affair().cycle(),
                        one.affair().unit(),
                        one.requestedBy(),
                        at(one.requestedAt()),
                        one.reason(),
                        at(one.oldDue()),
                        one.until(),
                        one.requestedFor())
                .update();
    }

    @Override
    public void decide(String id, Decision decision) {
        jdbc.sql("update extensions set granted = ?, answer = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(decision.granted(), decision.answer(), decision.by(), at(decision.at()), id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Extension extension(ResultSet row, int number) throws SQLException {
        return new Extension(
                row.getString("id"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("step"),
                row.getString("business_key"),
                new Affair(row.getString("cycle"), row.getString("unit")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("old_due", OffsetDateTime.class).toInstant(),
                row.getObject("until_day", LocalDate.class),
                decision(row),
                row.getString("requested_for"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Decision(
                        row.getBoolean("granted"),
                        row.getString("answer"),
                        Objects.requireNonNullElse(row.getString("decided_by"), ""),
                        at.toInstant());
    }
}
