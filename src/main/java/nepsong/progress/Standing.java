package nepsong.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit, or whatever else a task is about, stands in a process.
 *
 * @param process what is shown
 * @param choices keys and titles of the processes that may be shown, in the order of the cycle
 * @param steps   of the process shown, in the order in which they were reached
 */
public record Standing(String process, Map<String, String> choices, List<Step> steps) {

    public Standing {
        steps = List.copyOf(steps);
    }

    /**
     * @param activity id in the model
     * @param running  how many wait there now
     * @param done     how many went through it
     * @param since    when it was last reached
     * @param due      the earliest deadline of what waits there
     * @param late     how many of those that wait are late
     */
    public record Step(
            String activity, String name, int running, int done, int late, Instant since, @Nullable Instant due) {}
}
