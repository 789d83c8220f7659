package nepsong.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that was handed in, and what the secretary said to it.
 *
 * @param number  1 for the first report of a finding, then one more after each reopening
 * @param draw    null for a report from before draws were made: all of those were to be checked
 * @param verdict null until it was verified
 */
public record ReportedCorrection(
        String finding,
        int number,
        CorrectionReport report,
        Instant reportedAt,
        @Nullable RecheckDraw draw,
        @Nullable Verdict verdict) {

    /** @param reason why it was not enough; null where it was accepted */
    public record Verdict(boolean accepted, @Nullable String reason, Instant at) {}
}
