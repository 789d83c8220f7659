package nepsong.cycle.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.cycle.CycleProcesses;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's part in withdrawing a cycle. */
@Component
class EngineCycleProcesses implements CycleProcesses {

    private record Link(@Nullable String assignee, @Nullable String group, @Nullable String candidate) {}

    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final People people;

    EngineCycleProcesses(@Lazy RuntimeService runtime, JdbcClient jdbc, People people) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Two statements over the engine's tables: its own interface would need one per task. */
    @Override
    public List<Person> concerned(String cycle) {
        List<Link> links = jdbc.sql(
                        """
                        select distinct t.assignee_, l.group_id_, l.user_id_
                        from act_ru_task t
                             join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                                  and v.execution_id_ = t.proc_inst_id_ and v.name_ = 'cycle'
                             left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where v.text_ = ?
                        """)
                .param(cycle)
                .query((row, n) -> new Link(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        Set<String> groups = new LinkedHashSet<>();
        Set<String> persons = new LinkedHashSet<>();
        links.forEach(link -> {
            add(persons, link.assignee());
            add(persons, link.candidate());
            // Who took a task on is concerned by it, not the colleagues who left it.
            if (link.assignee() == null) {
                add(groups, link.group());
            }
        });
        persons.addAll(jdbc.sql(
                        """
                        select distinct p.start_user_id_
                        from act_hi_procinst p
                             join act_ru_variable v on v.proc_inst_id_ = p.id_ and v.execution_id_ = p.id_
                                  and v.name_ = 'cycle'
                        where v.text_ = ? and p.super_process_instance_id_ is null and p.start_user_id_ is not null
                        """)
                .param(cycle)
                .query(String.class)
                .list());
        Map<String, Person> concerned = new LinkedHashMap<>();
        people.inGroups(groups).values().stream()
                .flatMap(Collection::stream)
                .forEach(person -> concerned.put(person.id(), person));
        persons.forEach(id -> people.find(id).ifPresent(person -> concerned.put(id, person)));
        return new ArrayList<>(concerned.values());
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** A form waits for its task's row before it is handed in. */
    @Override
    public void hold(String cycle) {
        jdbc.sql(
                        """
                        select id_ from act_ru_task where proc_inst_id_ in (
                            select proc_inst_id_ from act_ru_variable where name_ = 'cycle' and text_ = ?)
                        order by id_ for update
                        """)
                .param(cycle)
                .query(String.class)
                .list();
    }

    @Override
    public void end(String cycle) {
        try {
            runtime.createMessageCorrelation("cycle.withdrawn")
                    .processInstanceBusinessKey(cycle)
                    .correlate();
        } catch (OptimisticLockingException wentOn) {
            throw new OptimisticLockingFailureException("a process of cycle " + cycle + " went on meanwhile", wentOn);
        }
    }
}
