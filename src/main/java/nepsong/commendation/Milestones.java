package nepsong.commendation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a nomination has had so far; null where that step is still to come.
 *
 * @param eligibility of the newest appraisal
 * @param appraised   the form that the newest appraisal allows
 * @param prizeMoney  đồng, as calculated on the day of the decision
 * @param audience    how many people the award was made known to
 * @param withdrawn   the cycle that it belongs to was withdrawn
 */
public record Milestones(
        @Nullable Boolean confirmed,
        @Nullable Boolean takenUp,
        @Nullable Eligibility eligibility,
        @Nullable AwardForm appraised,
        @Nullable Boolean passed,
        @Nullable Boolean signed,
        @Nullable LocalDate awardedOn,
        @Nullable Long prizeMoney,
        @Nullable Integer audience,
        boolean withdrawn) {

    static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null, null, false);

    NominationState state() {
        NominationState reached = reached();
        return withdrawn && !reached.isFinal() ? NominationState.WITHDRAWN : reached;
    }

    private NominationState reached() {
        if (awardedOn != null) {
            return NominationState.AWARDED;
        }
        if (signed != null) {
            return signed ? NominationState.SIGNED : NominationState.NOT_SIGNED;
        }
        if (passed != null) {
            return passed ? NominationState.PASSED : NominationState.NOT_PASSED;
        }
        if (eligibility != null) {
            return switch (eligibility) {
                case ELIGIBLE, DOWNGRADED -> NominationState.VOTING;
                case ON_HOLD -> NominationState.ON_HOLD;
                case SUPPLEMENT -> NominationState.TO_SUPPLEMENT;
                case REFUSED -> NominationState.INELIGIBLE;
            };
        }
        if (takenUp != null) {
            return takenUp ? NominationState.TAKEN_UP : NominationState.NOT_TAKEN_UP;
        }
        if (confirmed != null) {
            return confirmed ? NominationState.CONFIRMED : NominationState.NOT_CONFIRMED;
        }
        return NominationState.PROPOSED;
    }
}
