package nepsong.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's tables: its own interface would need one query for each process. */
@Repository
class JdbcWorkload implements Workload {

    /** A cycle's processes have its code as business key, or the code, a slash and what they are about: one range of an index. */
    static final String OF_CYCLE =
            """
            p.business_key_ >= :cycle and p.business_key_ < :cycle || '0'
            and (p.business_key_ = :cycle or p.business_key_ >= :cycle || '/')
            """;

    /**
     * The unit or bloc that a task or step of a cycle's process {@code p} is about. Where a bloc's process asks for one
     * task for each of several units, as for the second inspections, it is the unit of the task.
     *
     * @param step alias of the engine's row of a task or an activity
     * @param key  the business key of the process that is about it
     */
    static String placeOf(String step, String key) {
        return """
            coalesce(case when p.proc_def_key_ = 'bloc-inspection' then
                         (select max(v.text_) from act_hi_varinst v
                          where v.proc_inst_id_ = %1$s.proc_inst_id_ and v.name_ = 'unit'
                                and v.execution_id_ = %1$s.execution_id_) end,
                     substring(%2$s from char_length(:cycle) + 2))"""
                .formatted(step, key);
    }

    private final JdbcClient jdbc;

    JdbcWorkload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Work> of(String cycle, Instant now) {
        return jdbc.sql(
                        """
                        select process, subject, sum(own) as instances,
                               sum(case when state = 'COMPLETED' then own else 0 end) as completed,
                               min(started_at) as started_at, min(first_task_at) as first_task_at,
                               max(ended_at) as ended_at,
                               sum(open_tasks) as open_tasks, sum(done_tasks) as done_tasks, sum(late_tasks) as late_tasks
                        from (select process, subject, case when subject = place then 1 else 0 end as own, state,
                                     started_at, ended_at, min(offered_at) as first_task_at,
                                     sum(case when task is not null and done_at is null then 1 else 0 end) as open_tasks,
                                     sum(case when outcome = 'completed' then 1 else 0 end) as done_tasks,
                                     sum(case when done_at is null and due_at < :now then 1 else 0 end) as late_tasks
                              from (select p.id_ as id, p.proc_def_key_ as process, p.state_ as state,
                                           p.start_time_ as started_at, p.end_time_ as ended_at,
                                           substring(p.business_key_ from char_length(:cycle) + 2) as place, %s as subject,
                                           t.id_ as task, t.start_time_ as offered_at, t.end_time_ as done_at,
                                           t.delete_reason_ as outcome, t.due_date_ as due_at
                                    from act_hi_procinst p left join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                                    where %s) tasks
                              group by id, process, place, subject, state, started_at, ended_at) instances
                        group by process, subject
                        """
                                .formatted(placeOf("t", "p.business_key_"), OF_CYCLE))
                .param("cycle", cycle)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Work(
                        row.getString("process"),
                        row.getString("subject"),
                        row.getInt("instances"),
                        row.getInt("completed"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "first_task_at"),
                        instant(row, "ended_at"),
                        row.getInt("open_tasks"),
                        row.getInt("done_tasks"),
                        row.getInt("late_tasks")))
                .list();
    }

    @Override
    public Map<String, List<Work>> ofAll() {
        Map<String, List<Work>> byCycle = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select c.code, p.proc_def_key_ as process, count(*) as instances,
                               sum(case when p.state_ = 'COMPLETED' then 1 else 0 end) as completed,
                               min(p.start_time_) as started_at, max(p.end_time_) as ended_at
                        from cycles c
                             join act_hi_procinst p on p.business_key_ >= c.code and p.business_key_ < c.code || '0'
                                  and (p.business_key_ = c.code or p.business_key_ >= c.code || '/')
                        group by c.code, p.proc_def_key_
                        """)
                .query((row, n) -> Map.entry(
                        row.getString("code"),
                        new Work(
                                row.getString("process"),
                                "",
                                row.getInt("instances"),
                                row.getInt("completed"),
                                row.getTimestamp("started_at").toInstant(),
                                null,
                                instant(row, "ended_at"),
                                0,
                                0,
                                0)))
                .list()
                .forEach(entry -> byCycle.computeIfAbsent(entry.getKey(), code -> new ArrayList<>())
                        .add(entry.getValue()));
        return byCycle;
    }

    @Override
    public Map<String, Size> sizes() {
        Map<String, Size> sizes = new LinkedHashMap<>();
        jdbc.sql("select cycle, count(*), count(distinct bloc) from cycle_units group by cycle")
                .query(row -> {
                    sizes.put(row.getString(1), new Size(row.getInt(2), row.getInt(3)));
                });
        return sizes;
    }

    @Override
    public Map<String, Integer> deadlines(String cycle) {
        Map<String, Integer> deadlines = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select d.step, coalesce(c.working_days, d.working_days) as days
                        from default_deadlines d left join cycle_deadlines c on c.step = d.step and c.cycle = ?
                        order by d.step
                        """)
                .param(cycle)
                .query(row -> {
                    deadlines.put(row.getString("step"), row.getInt("days"));
                });
        return deadlines;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
