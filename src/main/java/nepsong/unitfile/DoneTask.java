package nepsong.unitfile;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has completed.
 *
 * @param name        as the inbox showed it
 * @param process     its kind, by the key of the model
 * @param step        id of the element in the model
 * @param businessKey cycle, and where it is about one unit its code and what exactly: {@code 2023/q-ba-dinh/TT-1}
 * @param unit        code of the unit that the task alone was about, where its process had one task for each of several
 */
public record DoneTask(
        String id,
        String name,
        String process,
        String step,
        String businessKey,
        @Nullable String unit,
        Instant completedAt,
        @Nullable Instant dueAt) {

    /** By the law of names: {@code userTask_scoreCriteria} of {@code self-assessment} has {@code self-assessment.score-criteria}. */
    public String form() {
        return process + "."
                + step.replaceFirst("^userTask_", "")
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    public String cycle() {
        return businessKey.split("/", 2)[0];
    }

    /** Code of a unit or a bloc; empty for what concerns the cycle as a whole. */
    public String place() {
        if (unit != null) {
            return unit;
        }
        String[] parts = businessKey.split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    public boolean late() {
        return dueAt != null && completedAt.isAfter(dueAt);
    }
}
