package nepsong.evaluation;

/**
 * The head of team's word on a grade that the appraisers would change.
 *
 * @param reason empty where it is confirmed without a word
 */
public record Adjustment(String unit, boolean confirmed, String reason) {}
