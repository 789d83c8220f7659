package nepsong.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single tasks of a cycle, as the engine has them. */
public interface CycleTasks {

    /** Longest overdue first. */
    List<OverdueTask> overdue(String cycle, Instant now, int atMost);

    /** Empty where the cycle has no such task, or it is done. */
    Optional<OpenTask> find(String cycle, String task);

    /** How many tasks of these kinds of processes were completed since then. */
    int completedSince(String cycle, Set<String> processes, Instant from);
}
