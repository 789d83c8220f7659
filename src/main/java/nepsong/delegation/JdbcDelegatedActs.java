package nepsong.delegation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Affair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDelegatedActs implements DelegatedActs {

    private static final int LONGEST_NAME = 400;

    private final JdbcClient jdbc;
    private final Delegations delegations;
    private final AuditTrail trail;

    JdbcDelegatedActs(JdbcClient jdbc, Delegations delegations, AuditTrail trail) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.delegations = delegations;
    }

    @Override
    public void letIn(Entry entry) {
        jdbc.sql("insert into delegated_tasks (task, delegation, personal) values (?, ?, ?)")
                .params(entry.task(), entry.delegation(), entry.personal())
                .update();
    }

    @Override
    public void takenBack(Entry entry) {
        jdbc.sql("delete from delegated_tasks where task = ? and delegation = ?")
                .params(entry.task(), entry.delegation())
                .update();
    }

    @Override
    public List<Entry> entries() {
        return jdbc.sql("select task, delegation, personal from delegated_tasks order by task, delegation")
                .query((row, n) -> new Entry(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    @Override
    public Optional<Delegation> behind(String task, String substitute) {
        return jdbc.sql(
                        """
                        select d.id from delegated_tasks t join delegations d on d.id = t.delegation
                        where t.task = ? and d.substitute = ? order by d.named_at
                        fetch first row only
                        """)
                .params(task, substitute)
                .query(String.class)
                .optional()
                .flatMap(delegations::find);
    }

    @Override
    public void claimed(Act act) {
        record("delegation.claimed", act);
    }

    private void record(String action, Act act) {
        trail.record(AuditEvent.of(action)
                .by(act.substitute())
                .onBehalfOf(act.principal())
                .of(act.affair().cycle(), act.affair().unit())
                .about(act.step() + " · " + act.businessKey()));
    }

    @Override
    public void done(Act act) {
        record("delegation.acted", act);
        jdbc.sql(
                        """
                        insert into delegated_acts (task, task_name, step, business_key, cycle, unit, delegation,
                                                    principal, substitute, done_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        act.task(),
                        act.taskName()
                                .substring(
                                        0, Math.min(LONGEST_NAME, act.taskName().length())),
                        act.step(),
                        act.businessKey(),
                        act.affair().cycle(),
                        act.affair().unit(),
                        act.delegation(),
                        act.principal(),
                        act.substitute(),
                        act.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Act> of(Affair affair) {
        return jdbc.sql(
                        """
                        select * from delegated_acts where cycle = :cycle and (cast(:unit as varchar) = '' or unit = :unit)
                        order by id desc
                        """)
                .param("cycle", affair.cycle())
                .param("unit", affair.unit())
                .query((row, n) -> new Act(
                        row.getString("task"),
                        row.getString("task_name"),
                        row.getString("step"),
                        row.getString("business_key"),
                        new Affair(row.getString("cycle"), row.getString("unit")),
                        row.getString("delegation"),
                        row.getString("principal"),
                        row.getString("substitute"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
