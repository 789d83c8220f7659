package nepsong.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done and is to be done in a cycle's processes of one kind about one subject.
 *
 * @param process     the kind, by its key
 * @param subject     the unit, bloc or nomination that it is about; empty for the cycle as a whole
 * @param instances   how many processes these are
 * @param completed   how many of them came to an end of their own
 * @param startedAt   when the first of them began
 * @param firstTaskAt when the first task in them was offered
 * @param endedAt     when the last of them ended; null where none has
 * @param open        tasks that wait for somebody
 * @param done        tasks that somebody completed
 * @param late        open tasks whose due date is past
 */
public record Work(
        String process,
        String subject,
        int instances,
        int completed,
        Instant startedAt,
        @Nullable Instant firstTaskAt,
        @Nullable Instant endedAt,
        int open,
        int done,
        int late) {

    boolean isCompleted() {
        return completed == instances;
    }
}
