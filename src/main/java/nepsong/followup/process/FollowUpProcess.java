package nepsong.followup.process;

/** Names that the model {@code follow-up} and its adapters share. */
final class FollowUpProcess {

    static final String GIVEN = "follow-up.given";
    static final String FOLLOW_UP = "followUp";
    static final String CODE = "followUpCode";
    /** ISO date; read by {@code deadlines} when the report's task is offered. */
    static final String REPORT_DUE_ON = "reportDueOn";

    private FollowUpProcess() {}
}
