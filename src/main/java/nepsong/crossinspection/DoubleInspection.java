package nepsong.crossinspection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that the team inspects a second time, on its own, to see whether its inspectors were too lenient or too harsh.
 *
 * @param drawnAt     when its bloc's pairs were approved
 * @param inspectedOn null until it is done
 * @param handedInAt  null until then
 * @param inspectedBy id of a person; null until it is done
 * @param resolution  what the appraisers made of a large difference; empty where there is none, or not yet
 */
public record DoubleInspection(
        String cycle,
        String bloc,
        String unit,
        Instant drawnAt,
        @Nullable LocalDate inspectedOn,
        @Nullable Instant handedInAt,
        @Nullable String inspectedBy,
        String resolution) {}
