package nepsong.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a cycle stands in one stage.
 *
 * @param startedAt null before the stage has begun
 * @param endedAt   null until it is done
 * @param open      tasks that wait for somebody; corrections and appeals may stay open when the stage is done
 * @param done      tasks that somebody completed
 * @param late      open tasks whose due date is past
 */
public record StageProgress(
        Stage stage,
        Situation situation,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int open,
        int done,
        int late) {}
