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

    /** Jobs whose last attempt failed: those that were given up first, then the newest. */
    List<FailedJob> failedJobs(int atMost);

    Optional<FailedJob> find(String job);
}
