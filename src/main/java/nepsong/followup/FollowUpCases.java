package nepsong.followup;

import nepsong.organisation.Unit;

/** Where a task of a conference becomes somebody's work. */
public interface FollowUpCases {

    /** Starts it in the caller's transaction. */
    void start(FollowUps.Given given, Unit unit);
}
