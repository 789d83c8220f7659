package nepsong.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param assignee id of the person who took it; null while nobody has
 * @param groups   ids of those to whom it is offered
 * @param dueAt    null where it has no deadline
 */
public record OpenTask(
        String id, String name, @Nullable String assignee, List<String> groups, @Nullable Instant dueAt) {

    public OpenTask {
        groups = List.copyOf(groups);
    }
}
