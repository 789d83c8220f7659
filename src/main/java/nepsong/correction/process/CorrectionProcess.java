package nepsong.correction.process;

/** Names that the model {@code correction} and its adapters share. */
final class CorrectionProcess {

    static final String FINDING_RECORDED = "correction.finding-recorded";
    static final String SECOND_LOOK_DUE = "correction.second-look-due";
    static final String FINDING = "finding";
    /** ISO date; read by {@code deadlines} when the report's task is offered. */
    static final String REPORT_DUE_ON = "reportCorrectionDueOn";

    private CorrectionProcess() {}
}
