package nepsong.crossinspection.process;

import nepsong.crossinspection.CloseExplanation;
import nepsong.crossinspection.FinishInspection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The automatic steps of {@code cross-inspection}. */
@Component("crossInspectionTasks")
public class CrossInspectionTasks {

    private final CloseExplanation closing;
    private final FinishInspection finishing;

    CrossInspectionTasks(CloseExplanation closing, FinishInspection finishing) {
        this.closing = closing;
        this.finishing = finishing;
    }

    public void closeExplanation(DelegateExecution execution) {
        closing.close(text(execution, "cycle"), text(execution, "unit"));
    }

    public void finishInspection(DelegateExecution execution) {
        finishing.finish(text(execution, "cycle"), text(execution, "unit"));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
