package nepsong.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the engine is. */
public interface EngineState {

    /**
     * The engine at one moment.
     *
     * @param executableJobs  that wait for nothing but a worker
     * @param oldestJobSeconds how long the oldest of them has been waiting; 0 where there is none
     */
    record Figures(long openTasks, long overdueTasks, long incidents, long executableJobs, long oldestJobSeconds) {}

    Figures figures(Instant now);

    /** Jobs that were given up and wait for an administrator, the newest first, from the one after the offset. */
    List<FailedJob> incidents(int offset, int atMost);

    /** Jobs whose last attempt failed and that try again by themselves, the newest first. */
    List<FailedJob> failing(int offset, int atMost);

    /** How many there are of each. */
    Failures failures();

    record Failures(int incidents, int failing) {}

    Optional<FailedJob> find(String job);

    /**
     * A job that waits for nothing but a worker.
     *
     * @param activity    id of the element where it goes on; null where the job knows of none
     * @param businessKey null where it belongs to no process instance
     * @param since       when it could first have run
     */
    record WaitingJob(
            @Nullable String process, @Nullable String activity, @Nullable String businessKey, Instant since) {}

    /** Those that {@link Figures#executableJobs} counts, the oldest first. */
    List<WaitingJob> waiting(Instant now, int atMost);

    /** How many tasks of one step are open, without whose they are. */
    record OpenStep(String process, String step, long open, long overdue) {}

    /** Together they are {@link Figures#openTasks} and {@link Figures#overdueTasks}; the most overdue first. */
    List<OpenStep> openSteps(Instant now);
}
