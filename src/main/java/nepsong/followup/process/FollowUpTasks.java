package nepsong.followup.process;

import nepsong.followup.GiveFollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code bloc-appeals} asks when the results are published. */
@Component("followUpTasks")
public class FollowUpTasks {

    private final GiveFollowUps giving;

    FollowUpTasks(GiveFollowUps giving) {
        this.giving = giving;
    }

    public void giveFollowUps(DelegateExecution execution) {
        giving.give((String) execution.getVariable("cycle"), (String) execution.getVariable("bloc"));
    }
}
