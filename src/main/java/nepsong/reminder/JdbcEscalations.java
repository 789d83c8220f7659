package nepsong.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Affair;
import nepsong.reminder.Escalation.Reason;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEscalations implements Escalations {

    private static final int AT_A_TIME = 1_000;
    private static final int LONGEST_NAME = 400;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcEscalations(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    @Override
    public List<Rule> rules() {
        return jdbc.sql("select step, working_days, target from escalation_rules order by step, working_days, target")
                .query((row, n) -> new Rule(row.getString(1), row.getInt(2), Target.valueOf(row.getString(3))))
                .list();
    }

    @Override
    public void add(Collection<Escalation> escalations) {
        if (!escalations.isEmpty()) {
            batches.batchUpdate(
                    """
                    insert into escalations (task, task_name, step, business_key, cycle, unit, reason, target_group,
                                             working_days, due_on, escalated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    escalations.stream()
                            .map(one -> new Object[] {
                                one.task(),
                                one.taskName()
                                        .substring(
                                                0,
                                                Math.min(
                                                        LONGEST_NAME,
                                                        one.taskName().length())),
                                one.step(),
                                one.businessKey(),
                                one.affair().cycle(),
                                one.affair().unit(),
                                one.reason().name(),
                                one.group(),
                                one.workingDays(),
                                one.dueOn(),
                                one.at().atOffset(ZoneOffset.UTC)
                            })
                            .toList());
        }
    }

    @Override
    public Set<String> known(Collection<String> tasks) {
        Set<String> known = new HashSet<>();
        List<String> all = List.copyOf(tasks);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            jdbc.sql("select * from escalations where task in (:tasks)")
                    .param("tasks", all.subList(from, Math.min(all.size(), from + AT_A_TIME)))
                    .query((row, n) -> escalation(row))
                    .list()
                    .forEach(one -> known.add(Escalations.key(one)));
        }
        return known;
    }

    @Override
    public List<Escalation> of(Affair affair) {
        return jdbc.sql(
                        """
                        select * from escalations where cycle = :cycle and (cast(:unit as varchar) = '' or unit = :unit)
                        order by id desc
                        """)
                .param("cycle", affair.cycle())
                .param("unit", affair.unit())
                .query((row, n) -> escalation(row))
                .list();
    }

    private static Escalation escalation(ResultSet row) throws SQLException {
        return new Escalation(
                row.getString("task"),
                row.getString("task_name"),
                row.getString("step"),
                row.getString("business_key"),
                new Affair(row.getString("cycle"), row.getString("unit")),
                Reason.valueOf(row.getString("reason")),
                row.getString("target_group"),
                row.getInt("working_days"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("escalated_at", OffsetDateTime.class).toInstant());
    }
}
