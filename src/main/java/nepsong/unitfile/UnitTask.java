package nepsong.unitfile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task about the unit that waits for somebody.
 *
 * @param process  its kind, by the key of the model
 * @param assignee name of whoever has taken it; null while nobody has
 * @param groups   names of those to whom it is offered
 */
public record UnitTask(
        String id,
        String process,
        String name,
        @Nullable String assignee,
        List<String> groups,
        @Nullable Instant dueAt,
        boolean late) {

    public UnitTask {
        groups = List.copyOf(groups);
    }

    /** Whose it is, in words. */
    public String holder() {
        return assignee == null ? String.join(", ", groups) : assignee;
    }
}
