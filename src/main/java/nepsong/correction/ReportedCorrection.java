package nepsong.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that was handed in, and what the secretary said to it.
 *
 * @param number  1 for the first report of a finding, then one more after each reopening
 * @param draw    null for a report from before draws were made: all of those were to be checked
 * @param verdict null until it was verified
 * @param secondLook null where nobody is to look at it again
 * @param attempts   to verify it that came to nothing, in their order
 */
public record ReportedCorrection(
        String finding,
        int number,
        CorrectionReport report,
        Instant reportedAt,
        @Nullable RecheckDraw draw,
        @Nullable Verdict verdict,
        @Nullable SecondLook secondLook,
        List<Attempt> attempts) {

    public ReportedCorrection {
        attempts = List.copyOf(attempts);
    }

    ReportedCorrection with(List<Attempt> tried) {
        return new ReportedCorrection(finding, number, report, reportedAt, draw, verdict, secondLook, tried);
    }

    /** Why it was not enough, or has not lasted; null where it was and has, or nobody has said so. */
    public @Nullable String shortcoming() {
        if (secondLook != null && secondLook.lapse() != null) {
            return secondLook.lapse();
        }
        return verdict == null || verdict.accepted() ? null : verdict.reason();
    }

    /** @param reason why it could not be verified */
    public record Attempt(String reason, Instant at) {}

    /** @param reason why it was not enough; where it was accepted a note, or null */
    public record Verdict(boolean accepted, @Nullable String reason, Instant at) {}

    /**
     * Whether it has lasted.
     *
     * @param from  the first day on which somebody may be asked to look again
     * @param at    null until somebody has
     * @param lapse why it has not lasted; null where it has
     */
    public record SecondLook(LocalDate from, @Nullable Instant at, @Nullable String lapse) {

        public boolean isDone() {
            return at != null;
        }

        public boolean hasLasted() {
            return isDone() && lapse == null;
        }
    }
}
