package nepsong.evaluation.process;

/** Names that the model {@code evaluation} and its adapters share. */
final class EvaluationProcess {

    static final String HOLD_CONFERENCE = "evaluation.hold-conference";
    /** ISO date, counted from the draft; read by {@code deadlines} when the conference's task is offered. */
    static final String HOLD_CONFERENCE_DUE_ON = "holdConferenceDueOn";

    private EvaluationProcess() {}
}
