package nepsong.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param unit     code of the unit whose business it is; empty where it is nobody's in particular
 * @param assignee id of the person who took it; null while nobody has
 * @param groups   ids of those to whom it is offered
 * @param dueAt    null where it has no deadline
 */
public record OpenTask(
        String id, String unit, String name, @Nullable String assignee, List<String> groups, @Nullable Instant dueAt) {

    public OpenTask {
        groups = List.copyOf(groups);
    }
}
