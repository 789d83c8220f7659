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

    private final JdbcClient jdbc;

    JdbcWorkload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Work> of(String cycle, Instant now) {
        return jdbc.sql(
                        """
                        select process, subject, count(*) as instances,
                               sum(case when state = 'COMPLETED' then 1 else 0 end) as completed,
                               min(started_at) as started_at, min(first_task_at) as first_task_at,
                               max(ended_at) as ended_at,
                               sum(open_tasks) as open_tasks, sum(done_tasks) as done_tasks, sum(late_tasks) as late_tasks
                        from (select p.proc_def_key_ as process, substring(p.business_key_ from char_length(:cycle) + 2) as subject,
                                     p.state_ as state, p.start_time_ as started_at, p.end_time_ as ended_at,
                                     min(t.start_time_) as first_task_at,
                                     sum(case when t.id_ is not null and t.end_time_ is null then 1 else 0 end) as open_tasks,
                                     sum(case when t.delete_reason_ = 'completed' then 1 else 0 end) as done_tasks,
                                     sum(case when t.end_time_ is null and t.due_date_ < :now then 1 else 0 end) as late_tasks
                              from act_hi_procinst p left join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                              where %s
                              group by p.id_, p.proc_def_key_, p.business_key_, p.state_, p.start_time_, p.end_time_) instances
                        group by process, subject
                        """
                                .formatted(OF_CYCLE))
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
