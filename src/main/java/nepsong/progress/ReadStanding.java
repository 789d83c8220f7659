package nepsong.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.engine.FormTask;
import nepsong.engine.OpenTasks;
import nepsong.evidence.EvidenceReadership;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the person who has a task sees of the way that it is on: the task's own process, and of a unit that the person may
 * know about its other processes in the cycle.
 */
@Component
public class ReadStanding {

    private static final Set<String> OF_A_UNIT =
            Set.of("self-assessment", "cross-inspection", "correction", "appeal", "follow-up");

    private static final String STEPS =
            """
            select a.act_id_ as activity,
                   %s as name,
                   sum(case when a.end_time_ is null then 1 else 0 end) as running,
                   sum(case when a.end_time_ is not null and coalesce(t.delete_reason_, 'completed') = 'completed'
                                 and a.act_inst_state_ <> 2 then 1 else 0 end) as done,
                   sum(case when a.end_time_ is null and t.due_date_ < :now then 1 else 0 end) as late,
                   max(a.start_time_) as since,
                   min(case when a.end_time_ is null then t.due_date_ end) as due
            from act_hi_procinst p
                 join act_hi_actinst a on a.proc_inst_id_ = p.id_
                 left join act_hi_taskinst t on t.id_ = a.task_id_
            where a.act_type_ in ('userTask', 'callActivity') and p.proc_def_key_ = :process and %s
            group by a.act_id_
            order by since, activity
            """;

    private final OpenTasks tasks;
    private final ProcessModels models;
    private final EvidenceReadership readership;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReadStanding(
            OpenTasks tasks,
            ProcessModels models,
            EvidenceReadership readership,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.models = models;
        this.readership = readership;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param process what to show; null for the task's own
     * @return empty where there is no such open task or process, or none that this person may know of
     */
    public Optional<Standing> of(String task, @Nullable String process, String person) {
        return tasks.find(task, person).flatMap(open -> {
            Set<String> groups = people.groupsOf(person);
            FormTask about = open.task();
            boolean unit = OF_A_UNIT.contains(about.process()) && mayKnowTheUnit(about, groups);
            if (!open.held() && !unit && groups.stream().noneMatch(Groups.WATCHERS::contains)) {
                return Optional.empty();
            }
            Map<String, String> choices = choices(about, unit);
            String shown = process == null ? about.process() : process;
            return choices.containsKey(shown)
                    ? Optional.of(new Standing(shown, choices, steps(about, shown)))
                    : Optional.empty();
        });
    }

    private boolean mayKnowTheUnit(FormTask about, Set<String> groups) {
        Object cycle = about.variables().get("cycle");
        Object unit = about.variables().get("unit");
        return cycle != null && unit != null && readership.mayRead(cycle.toString(), unit.toString(), groups);
    }

    private Map<String, String> choices(FormTask about, boolean unit) {
        Map<String, String> choices = new LinkedHashMap<>();
        Set<String> begun = unit ? begun(about.businessKey()) : Set.of();
        models.titles().forEach((key, title) -> {
            if (key.equals(about.process()) || begun.contains(key) && OF_A_UNIT.contains(key)) {
                choices.put(key, title);
            }
        });
        return choices;
    }

    private Set<String> begun(String businessKey) {
        return Set.copyOf(jdbc.sql("select distinct proc_def_key_ from act_hi_procinst where business_key_ = ?")
                .param(businessKey)
                .query(String.class)
                .list());
    }

    private List<Standing.Step> steps(FormTask about, String process) {
        boolean own = process.equals(about.process());
        return jdbc.sql(STEPS.formatted(
                        WorkListings.stepIn("min(coalesce(a.act_name_, a.act_id_))"),
                        own ? "p.id_ = :place" : "p.business_key_ = :place"))
                .param("now", Timestamp.from(clock.instant()))
                .param("process", process)
                .param("place", own ? about.processInstance() : about.businessKey())
                .query((row, n) -> step(row))
                .list();
    }

    private static Standing.Step step(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Standing.Step(
                row.getString("activity"),
                row.getString("name"),
                row.getInt("running"),
                row.getInt("done"),
                row.getInt("late"),
                row.getTimestamp("since").toInstant(),
                due == null ? null : due.toInstant());
    }
}
