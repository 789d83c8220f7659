package nepsong.crossinspection;

/** What a difference between self-score and cross-score leads to: the answers of the decision table {@code discrepancy}. */
public enum Discrepancy {
    ACCEPT_CROSS,
    EXPLAIN,
    EXPLAIN_TO_HEAD_OF_TEAM
}
