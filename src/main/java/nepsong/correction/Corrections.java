package nepsong.correction;

/** Where a stored finding becomes somebody's work. */
public interface Corrections {

    /** Starts the correction of a finding in the caller's transaction. */
    void start(Finding finding);

    /** Starts the second look at a closed finding in the caller's transaction. */
    void lookAgain(Finding finding);
}
