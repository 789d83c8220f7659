package nepsong.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
}
