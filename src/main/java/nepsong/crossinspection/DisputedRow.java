package nepsong.crossinspection;

import java.math.BigDecimal;
import nepsong.selfassessment.ScorecardRow;
import org.jspecify.annotations.Nullable;

/**
 * A criterion that the inspected unit was asked about.
 *
 * @param row            its scores, the explanation and the answer
 * @param toHead         so far apart that the head of team decides, unless the unit agrees
 * @param answered       null until answered
 * @param settled        null unless the head of team decided
 * @param settledReason  null unless the head of team decided
 */
public record DisputedRow(
        ScorecardRow row,
        boolean toHead,
        @Nullable Outcome answered,
        @Nullable Outcome settled,
        @Nullable String settledReason) {

    /** @param score null where the criterion does not apply */
    public record Outcome(@Nullable BigDecimal score) {

        public boolean notApplicable() {
            return score == null;
        }
    }

    public String criterion() {
        return row.criterion();
    }

    public boolean agreed() {
        return row.dispute() != null && row.dispute().agreed();
    }

    /** What the head of team decided, else what was answered; null where the cross-score stands. */
    public @Nullable Outcome decided() {
        return settled == null ? answered : settled;
    }

    /** Answered, but not so that it could stand. */
    public boolean stillDisputed() {
        ScorecardRow.Dispute dispute = row.dispute();
        return dispute != null && !dispute.agreed() && (toHead || AnswerExplanation.REJECT.equals(dispute.answer()));
    }
}
