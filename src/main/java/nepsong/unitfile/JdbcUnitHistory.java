package nepsong.unitfile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycle;
import nepsong.evaluation.Grade;
import nepsong.unitfile.UnitCycle.Found;
import nepsong.unitfile.UnitCycle.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnitHistory implements UnitHistory {

    private final JdbcClient jdbc;

    JdbcUnitHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UnitCycle> cycles(String unit) {
        return jdbc.sql(
                        """
                        select c.*, b.name as bloc_name,
                               (select count(*) from cycle_units x where x.cycle = cu.cycle and x.bloc = cu.bloc) as bloc_size,
                               coalesce(f.found, 0) as found, coalesce(f.open_ones, 0) as open_ones,
                               coalesce(f.repeats, 0) as repeats,
                               r.self_score, r.cross_score, r.final_score, r.grade, r.rank_in_bloc, p.published_at
                        from cycle_units cu
                             join cycles c on c.code = cu.cycle
                             join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
                             left join results r on r.cycle = cu.cycle and r.unit = cu.unit
                             left join publications p on p.cycle = cu.cycle
                             left join (select cycle, count(*) as found,
                                               count(case when closed_at is null then 1 end) as open_ones,
                                               count(case when repeated then 1 end) as repeats
                                        from findings where unit = :unit group by cycle) f on f.cycle = cu.cycle
                        where cu.unit = :unit
                        order by c.started_at desc, c.code desc
                        """)
                .param("unit", unit)
                .query((row, n) -> cycle(row))
                .list();
    }

    private static UnitCycle cycle(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        return new UnitCycle(
                new Cycle(
                        row.getString("code"),
                        row.getInt("year_of_cycle"),
                        row.getString("name"),
                        row.getObject("checklist_version", Integer.class),
                        row.getObject("excellent_quota_percent", Integer.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("started_by"),
                        instant(row, "configured_at"),
                        instant(row, "finished_at"),
                        instant(row, "withdrawn_at")),
                row.getString("bloc_name"),
                row.getInt("bloc_size"),
                new Found(row.getInt("found"), row.getInt("open_ones"), row.getInt("repeats")),
                grade == null
                        ? null
                        : new Outcome(
                                row.getBigDecimal("self_score"),
                                row.getBigDecimal("cross_score"),
                                row.getBigDecimal("final_score"),
                                Grade.valueOf(grade),
                                row.getInt("rank_in_bloc")),
                instant(row, "published_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    public List<UnitTask> openTasks(String cycle, String unit, Instant now) {
        Map<String, UnitTask> tasks = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select t.id_, p.proc_def_key_ as process, t.name_, t.assignee_, t.due_date_,
                               u.first_ as first_name, u.last_ as last_name, coalesce(g.name_, l.group_id_) as group_name
                        from act_hi_procinst p
                             join act_ru_task t on t.proc_inst_id_ = p.id_
                             left join act_id_user u on u.id_ = t.assignee_
                             left join act_ru_identitylink l
                                  on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                             left join act_id_group g on g.id_ = l.group_id_
                        where p.business_key_ = ? and p.end_time_ is null
                        order by t.due_date_, t.name_, t.id_, l.group_id_
                        """)
                .param(cycle + "/" + unit)
                .query((row, n) -> task(row, now))
                .list()
                .forEach(task -> tasks.merge(task.id(), task, JdbcUnitHistory::withGroupsOf));
        return List.copyOf(tasks.values());
    }

    @Override
    public Map<String, String> namesOfGroups(Collection<String> groups) {
        Map<String, String> names = new HashMap<>();
        if (!groups.isEmpty()) {
            jdbc.sql("select id_, name_ from act_id_group where id_ in (:groups) and name_ is not null")
                    .param("groups", groups)
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
        }
        return names;
    }

    @Override
    public Map<String, String> namesOfPeople(Collection<String> people) {
        Map<String, String> names = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql(
                            """
                            select id_, first_, last_ from act_id_user where id_ in (:people)
                            union all select id, name, null from erased_people where id in (:people)
                            """)
                    .param("people", people)
                    .query(row -> {
                        names.put(row.getString(1), name(row.getString(2), row.getString(3)));
                    });
        }
        return names;
    }

    private static UnitTask task(ResultSet row, Instant now) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        String group = row.getString("group_name");
        return new UnitTask(
                row.getString("id_"),
                row.getString("process"),
                row.getString("name_"),
                assignee(row),
                group == null ? List.of() : List.of(group),
                due == null ? null : due.toInstant(),
                due != null && due.toInstant().isBefore(now));
    }

    /** The engine's first name is the family's, as names are written here. */
    private static @Nullable String assignee(ResultSet row) throws SQLException {
        String name = name(row.getString("first_name"), row.getString("last_name"));
        return name.isEmpty() ? row.getString("assignee_") : name;
    }

    private static String name(@Nullable String first, @Nullable String last) {
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    private static UnitTask withGroupsOf(UnitTask task, UnitTask same) {
        List<String> groups = new ArrayList<>(task.groups());
        groups.addAll(same.groups());
        return new UnitTask(task.id(), task.process(), task.name(), task.assignee(), groups, task.dueAt(), task.late());
    }
}
