package nepsong.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the inbox shows beside the tasks' names. One statement for a page of tasks and one for all counts: the engine's
 * own way would cost a variable with each task and a query for each number.
 */
@Component
public class Inbox {

    /** As in the inbox "Sắp đến hạn". */
    private static final Duration SOON = Duration.ofDays(3);

    /** Whose a task is, as the shared inboxes ask it. */
    private static final String MINE = "t.assignee_ = :person";

    private static final String OFFERED =
            """
            exists (select 1 from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and (l.user_id_ = :person or l.group_id_ in
                          (select m.group_id_ from act_id_membership m where m.user_id_ = :person)))
            """;

    /** By index from both sides: a condition that asks each open task would read them all. */
    private static final String REACHABLE =
            """
            t.id_ in (select own.id_ from act_ru_task own where own.assignee_ = :person
                      union
                      select l.task_id_ from act_ru_identitylink l
                      where l.type_ = 'candidate' and (l.user_id_ = :person or l.group_id_ in
                            (select m.group_id_ from act_id_membership m where m.user_id_ = :person)))
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final Clock clock;

    Inbox(JdbcClient jdbc, People people, Units units, Cycles cycles, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.clock = clock;
    }

    /**
     * Where a task belongs.
     *
     * @param place name of the unit or the bloc; empty for what concerns the cycle as a whole
     * @param cycle its code; empty for what belongs to none
     */
    public record Place(String task, String place, String cycle) {}

    /** @param unit of the task alone, where its process asks for one task for each of several units; otherwise empty */
    private record Keyed(String task, String processKey, String unit) {
        String cycle() {
            return processKey.split("/", 2)[0];
        }

        String below() {
            return !unit.isEmpty() || !processKey.contains("/")
                    ? unit
                    : processKey.split("/", 2)[1];
        }

        String key() {
            return unit.isEmpty() ? processKey : cycle() + "/" + unit;
        }
    }

    /** Of those tasks that the person may know of; the others are left out, as if they did not exist. */
    public List<Place> places(Collection<String> tasks, String person) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Keyed> found = jdbc.sql(
                        """
                        select t.id_ as task, coalesce(e.business_key_, '') as business_key, coalesce(u.text_, '') as unit
                        from act_ru_task t
                             join act_ru_execution e on e.id_ = t.proc_inst_id_
                             left join act_ru_variable u
                                  on u.execution_id_ = t.execution_id_ and u.execution_id_ <> t.proc_inst_id_
                                     and u.name_ = 'unit'
                        where t.id_ in (:tasks) and %s
                        """
                                .formatted(within(person)))
                .param("tasks", tasks)
                .param("person", person)
                .query((row, n) ->
                        new Keyed(row.getString("task"), row.getString("business_key"), row.getString("unit")))
                .list();
        Map<String, String> names = names(found);
        // A nomination that was made outside of the cycles has a key of its own.
        Map<String, String> known = found.stream()
                .map(Keyed::cycle)
                .distinct()
                .filter(cycle -> cycles.find(cycle).isPresent())
                .collect(Collectors.toMap(cycle -> cycle, cycle -> cycle));
        return found.stream()
                .map(one ->
                        new Place(one.task(), names.getOrDefault(one.key(), ""), known.getOrDefault(one.cycle(), "")))
                .toList();
    }

    private Map<String, String> names(List<Keyed> tasks) {
        Map<String, String> ofUnits = units
                .find(tasks.stream().map(Keyed::below).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Unit::code, Unit::name));
        Set<String> withBlocs = tasks.stream()
                .filter(one -> !one.below().isEmpty() && !ofUnits.containsKey(one.below()))
                .map(Keyed::cycle)
                .collect(Collectors.toSet());
        Map<String, String> names = new LinkedHashMap<>();
        for (String cycle : withBlocs) {
            for (Bloc bloc : cycles.blocs(cycle)) {
                names.put(cycle + "/" + bloc.code(), bloc.name());
            }
        }
        tasks.stream()
                .filter(one -> ofUnits.containsKey(one.below()))
                .forEach(one -> names.put(one.key(), Objects.requireNonNull(ofUnits.get(one.below()))));
        return names;
    }

    /** How many tasks each inbox holds, by the inbox's name. */
    public Map<String, Integer> counts(String person) {
        Instant now = clock.instant();
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select count(case when mine = 1 then 1 end) as mine,
                               count(case when offered = 1 then 1 end) as offered,
                               count(case when offered = 1 and assignee_ is null then 1 end) as unclaimed,
                               count(case when mine + offered > 0 and due_date_ > :now and due_date_ < :soon then 1 end) as soon,
                               count(case when mine + offered > 0 and due_date_ < :now then 1 end) as late,
                               count(case when mine + offered > 0 then returned end) as returned,
                               count(*) as total
                        from (select t.assignee_, t.due_date_,
                                     case when %s then 1 else 0 end as mine,
                                     case when %s then 1 else 0 end as offered,
                                     (select v.long_ from act_ru_variable v
                                      where v.task_id_ = t.id_ and v.name_ = '%s') as returned
                              from act_ru_task t
                              where %s) reachable
                        """
                                .formatted(MINE, OFFERED, ReturnedTasks.RETURNED, within(person)))
                .param("person", person)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(SOON)))
                .query((row, n) -> {
                    counts.put(InboxFilters.MINE, row.getInt("mine"));
                    counts.put(InboxFilters.MY_GROUPS, row.getInt("offered"));
                    counts.put(InboxFilters.UNCLAIMED, row.getInt("unclaimed"));
                    counts.put(InboxFilters.DUE_SOON, row.getInt("soon"));
                    counts.put(InboxFilters.OVERDUE, row.getInt("late"));
                    counts.put(InboxFilters.RETURNED, row.getInt("returned"));
                    counts.put(InboxFilters.ALL, row.getInt("total"));
                    return counts;
                })
                .single();
        return counts;
    }

    private String within(String person) {
        return people.groupsOf(person).contains(Groups.MANAGERS) ? "1 = 1" : REACHABLE;
    }
}
