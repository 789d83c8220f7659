package nepsong.evaluation.process;

import java.util.List;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the loop of {@code bloc-appeals} goes over. */
@Component("blocAppealsTasks")
public class BlocAppealsTasks {

    private final Cycles cycles;

    BlocAppealsTasks(Cycles cycles) {
        this.cycles = cycles;
    }

    public List<String> units(DelegateExecution execution) {
        return cycles.bloc((String) execution.getVariable("cycle"), (String) execution.getVariable("bloc"))
                .units();
    }
}
