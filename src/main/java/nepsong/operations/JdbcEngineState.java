package nepsong.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's tables: one statement for each question. */
@Repository
class JdbcEngineState implements EngineState {

    private static final String FAILED =
            """
            select j.id_, j.process_def_key_, i.activity_id_, p.business_key_, j.retries_, j.exception_msg_,
                   coalesce(i.incident_timestamp_, j.duedate_, j.create_time_) as since
            from act_ru_job j
                 left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
                      and i.id_ = i.cause_incident_id_
                 left join act_hi_procinst p on p.id_ = j.process_instance_id_
            where %s
            """;

    private static final String GIVEN_UP = "j.retries_ = 0";
    private static final String TRYING = "j.exception_msg_ is not null and j.retries_ > 0";

    private static final String EXECUTABLE =
            "j.retries_ > 0 and j.suspension_state_ = 1 and (j.duedate_ is null or j.duedate_ <= :now)";

    private final JdbcClient jdbc;

    JdbcEngineState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Figures figures(Instant now) {
        return jdbc.sql(
                        """
                        select (select count(*) from act_ru_task) as open_tasks,
                               (select count(*) from act_ru_task where due_date_ < :now) as overdue_tasks,
                               (select count(*) from act_ru_incident where id_ = cause_incident_id_) as incidents,
                               j.jobs, j.oldest
                        from (select count(*) as jobs, min(coalesce(duedate_, create_time_)) as oldest
                              from act_ru_job j where %s) j
                        """
                                .formatted(EXECUTABLE))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Figures(
                        row.getLong("open_tasks"),
                        row.getLong("overdue_tasks"),
                        row.getLong("incidents"),
                        row.getLong("jobs"),
                        age(row.getTimestamp("oldest"), now)))
                .single();
    }

    private static long age(@org.jspecify.annotations.Nullable Timestamp oldest, Instant now) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest.toInstant(), now).toSeconds());
    }

    @Override
    public List<FailedJob> incidents(int offset, int atMost) {
        return jobs(GIVEN_UP, offset, atMost);
    }

    @Override
    public List<FailedJob> failing(int offset, int atMost) {
        return jobs(TRYING, offset, atMost);
    }

    private List<FailedJob> jobs(String which, int offset, int atMost) {
        return jdbc.sql(FAILED.formatted(which)
                        + " order by since desc, j.id_ offset :offset rows fetch next :atMost rows only")
                .param("offset", offset)
                .param("atMost", atMost)
                .query((row, n) -> job(row))
                .list();
    }

    @Override
    public Failures failures() {
        return jdbc.sql(
                        """
                        select coalesce(sum(case when %s then 1 else 0 end), 0) as incidents,
                               coalesce(sum(case when %s then 1 else 0 end), 0) as failing
                        from act_ru_job j where j.exception_msg_ is not null or j.retries_ = 0
                        """
                                .formatted(GIVEN_UP, TRYING))
                .query((row, n) -> new Failures(row.getInt("incidents"), row.getInt("failing")))
                .single();
    }

    @Override
    public Optional<FailedJob> find(String job) {
        return jdbc.sql(FAILED.formatted("(" + GIVEN_UP + " or " + TRYING + ") and j.id_ = :job"))
                .param("job", job)
                .query((row, n) -> job(row))
                .optional();
    }

    private static FailedJob job(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new FailedJob(
                row.getString("id_"),
                row.getString("process_def_key_"),
                row.getString("activity_id_"),
                row.getString("business_key_"),
                row.getInt("retries_"),
                row.getString("exception_msg_"),
                since == null ? null : since.toInstant());
    }

    @Override
    public List<WaitingJob> waiting(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        select j.process_def_key_, d.act_id_, p.business_key_, coalesce(j.duedate_, j.create_time_) as since
                        from act_ru_job j
                             left join act_ru_jobdef d on d.id_ = j.job_def_id_
                             left join act_hi_procinst p on p.id_ = j.process_instance_id_
                        where %s
                        order by since, j.id_ fetch first :atMost rows only
                        """
                                .formatted(EXECUTABLE))
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query((row, n) -> new WaitingJob(
                        row.getString("process_def_key_"),
                        row.getString("act_id_"),
                        row.getString("business_key_"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** A task's name is its step's, a dash and whose it is. */
    @Override
    public List<OpenStep> openSteps(Instant now) {
        return jdbc.sql(
                        """
                        select d.key_ as process, t.task_def_key_, count(*) as open_ones,
                               min(substring(t.name_ from 1 for position(' – ' in t.name_ || ' – ') - 1)) as step,
                               count(case when t.due_date_ < :now then 1 end) as overdue
                        from act_ru_task t left join act_re_procdef d on d.id_ = t.proc_def_id_
                        group by d.key_, t.task_def_key_
                        order by overdue desc, open_ones desc, step
                        """)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new OpenStep(
                        Objects.requireNonNullElse(row.getString("process"), "–"),
                        Objects.requireNonNullElse(row.getString("step"), "–").replaceFirst(" [A-Z]{2}-\\d+$", ""),
                        row.getLong("open_ones"),
                        row.getLong("overdue")))
                .list();
    }
}
