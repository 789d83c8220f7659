package nepsong.commendation;

/**
 * The count of a vote.
 *
 * @param members         all who were asked
 * @param voted           in favour or against
 * @param requiredPercent of all members
 * @param reason          a Vietnamese sentence
 */
public record VoteResult(
        String nomination, int members, int voted, int inFavour, int requiredPercent, boolean passed, String reason) {}
