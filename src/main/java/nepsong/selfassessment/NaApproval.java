package nepsong.selfassessment;

/** Who lets a criterion be left out; the names are the results of the decision table {@code na-approval}. */
public enum NaApproval {
    NOT_ALLOWED,
    REASON_TOO_SHORT,
    AUTOMATIC,
    SECRETARY
}
