package nepsong.commendation;

import nepsong.evaluation.Result;

/**
 * A unit that a cycle's results make eligible.
 *
 * @param award  the highest form that the decision table allows
 * @param reason of the table, a Vietnamese sentence
 * @param first  eligible for the higher form, so proposed without being asked
 */
public record Nominee(Result result, AwardForm award, String reason, boolean first) {}
