package nepsong.commendation;

/** How a member of the council may answer. */
public enum VoteChoice {
    IN_FAVOUR,
    AGAINST,
    /** Stays away for a conflict of interest. */
    ABSTAIN
}
