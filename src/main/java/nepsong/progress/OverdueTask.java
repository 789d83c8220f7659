package nepsong.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that should have been done.
 *
 * @param name       with the unit in it
 * @param unit       code of the unit, bloc or nothing that it is about; empty for the cycle as a whole
 * @param assignee   name of the person who took it; null while nobody has
 * @param groups     names of those to whom it is offered
 * @param remindedAt when a manager last reminded of it; null where nobody has
 */
public record OverdueTask(
        String id,
        String process,
        String unit,
        String name,
        @Nullable String assignee,
        List<String> groups,
        Instant dueAt,
        @Nullable Instant remindedAt) {

    public OverdueTask {
        groups = List.copyOf(groups);
    }
}
