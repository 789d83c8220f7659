package nepsong.selfassessment.process;

import nepsong.selfassessment.CloseWithoutSubmission;
import nepsong.selfassessment.LayOutScorecard;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The automatic steps of {@code self-assessment}. */
@Component("selfAssessmentTasks")
public class SelfAssessmentTasks {

    private final LayOutScorecard layingOut;
    private final CloseWithoutSubmission closing;

    SelfAssessmentTasks(LayOutScorecard layingOut, CloseWithoutSubmission closing) {
        this.layingOut = layingOut;
        this.closing = closing;
    }

    public void layOutScorecard(DelegateExecution execution) {
        layingOut.layOut(text(execution, "cycle"), text(execution, "unit"));
    }

    public void closeWithoutSubmission(DelegateExecution execution) {
        closing.close(text(execution, "cycle"), text(execution, "unit"));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
