package nepsong.selfassessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of a unit's scorecard: what the unit, its inspectors and the settlement said. None overwrites another.
 *
 * @param self               null until the unit has scored itself
 * @param cross              null until it was inspected
 * @param dispute            what the unit answered to the cross-score; null until it has
 * @param finalNotApplicable null until the scores are settled
 * @param appealedScore      the score after an appeal, where there was one
 */
public record ScorecardRow(
        String cycle,
        String unit,
        String criterion,
        int position,
        @Nullable SelfScore self,
        @Nullable CrossScore cross,
        @Nullable Dispute dispute,
        @Nullable Boolean finalNotApplicable,
        @Nullable BigDecimal finalScore,
        @Nullable BigDecimal appealedScore,
        @Nullable String appealReason) {

    /** What an answer without a reason of its own is left out for: the stage that settled it has accepted it. */
    private static final String SETTLED = "Đã được chấp thuận không áp dụng khi chốt điểm.";

    /** What the inspecting unit found. */
    public record CrossScore(
            boolean notApplicable,
            @Nullable String naReason,
            @Nullable BigDecimal score,
            @Nullable String note,
            Sample sample) {}

    /**
     * The unit's explanation of a cross-score and the answer to it.
     *
     * @param answer null until it is answered
     */
    public record Dispute(
            boolean agreed,
            @Nullable String explanation,
            @Nullable BigDecimal proposedScore,
            @Nullable String answer,
            @Nullable String answerReason) {}

    /** Whether something was missing when it was counted: by the inspectors, else by the unit. */
    public boolean isCountedShort() {
        if (cross != null && cross.sample().faults() != null) {
            return cross.sample().faults() > 0;
        }
        return self != null && self.figures().isShort();
    }

    /** A row that was not scored counts as an answer without a score. */
    public Answer selfAnswer() {
        return self == null ? Answer.scored(criterion, null) : self.answer();
    }

    /** The answer that counts: the appealed score, else the settled one; a criterion that nobody settled counts zero. */
    public Answer settledAnswer() {
        return settled(criterion, appealedScore, finalNotApplicable, finalScore);
    }

    static Answer settled(
            String criterion,
            @Nullable BigDecimal appealedScore,
            @Nullable Boolean notApplicable,
            @Nullable BigDecimal score) {
        if (appealedScore != null) {
            return Answer.scored(criterion, appealedScore);
        }
        return Boolean.TRUE.equals(notApplicable)
                ? Answer.notApplicable(criterion, SETTLED)
                : Answer.scored(criterion, score);
    }

    public Answer crossAnswer() {
        return cross == null
                ? Answer.scored(criterion, null)
                : new Answer(criterion, cross.notApplicable(), cross.naReason(), cross.score());
    }
}
