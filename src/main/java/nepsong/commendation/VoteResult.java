package nepsong.commendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * The count of a vote.
 *
 * @param members         all who were asked
 * @param voted           in favour or against
 * @param present         who answered in the room
 * @param inWriting       who answered in writing
 * @param abstained       of both, for a conflict of interest
 * @param requiredPercent of all members
 * @param reason          a Vietnamese sentence
 */
public record VoteResult(
        String nomination,
        int members,
        int voted,
        int inFavour,
        int present,
        int inWriting,
        int abstained,
        int requiredPercent,
        boolean passed,
        String reason,
        Instant countedAt) {

    /** Who handed in nothing at all. */
    public int unanswered() {
        return members - present - inWriting;
    }

    /** Of all members, one decimal, half up. */
    public BigDecimal percentInFavour() {
        return BigDecimal.valueOf(100L * inFavour).divide(BigDecimal.valueOf(members), 1, RoundingMode.HALF_UP);
    }
}
