package nepsong.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that should have been done.
 *
 * @param name     with the unit in it
 * @param assignee name of the person who took it; null while nobody has
 * @param groups   names of those to whom it is offered
 */
public record OverdueTask(
        String id, String process, String name, @Nullable String assignee, List<String> groups, Instant dueAt) {

    public OverdueTask {
        groups = List.copyOf(groups);
    }
}
