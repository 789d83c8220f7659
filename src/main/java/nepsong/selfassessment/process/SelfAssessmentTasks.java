package nepsong.selfassessment.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.CloseSupplement;
import nepsong.selfassessment.CloseWithoutSubmission;
import nepsong.selfassessment.LayOutScorecard;
import nepsong.selfassessment.SelfAssessments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The automatic steps of {@code self-assessment}. */
@Component("selfAssessmentTasks")
public class SelfAssessmentTasks {

    private final LayOutScorecard layingOut;
    private final CloseWithoutSubmission closing;
    private final CloseSupplement closingSupplement;
    private final SelfAssessments selfAssessments;
    private final WorkingCalendar calendar;

    SelfAssessmentTasks(
            LayOutScorecard layingOut,
            CloseWithoutSubmission closing,
            CloseSupplement closingSupplement,
            SelfAssessments selfAssessments,
            WorkingCalendar calendar) {
        this.layingOut = layingOut;
        this.closing = closing;
        this.closingSupplement = closingSupplement;
        this.selfAssessments = selfAssessments;
        this.calendar = calendar;
    }

    public void layOutScorecard(DelegateExecution execution) {
        layingOut.layOut(text(execution, "cycle"), text(execution, "unit"));
    }

    public void closeWithoutSubmission(DelegateExecution execution) {
        closing.close(text(execution, "cycle"), text(execution, "unit"));
    }

    /** When the cycle no longer waits for a unit that has acknowledged: some working days after its last day in time. */
    public Date windowCloses(DelegateExecution execution, int graceDays) {
        LocalDate due = selfAssessments
                .get(text(execution, "cycle"), text(execution, "unit"))
                .dueOn();
        return Date.from(calendar.dueAt(calendar.plus(Objects.requireNonNull(due), graceDays)));
    }

    public void closeSupplement(DelegateExecution execution) {
        closingSupplement.close(text(execution, "cycle"), text(execution, "unit"));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
