package nepsong.delegation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.delegation.DelegatedActs.Entry;
import nepsong.delegation.Delegations;
import nepsong.delegation.Delegations.Active;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets a substitute into a task as it is made, and marks what a substitute has done. Costs no statement while nobody
 * stands in for anybody: who does is kept in memory.
 */
@Component
@Order(10)
class SubstituteListener extends AbstractProcessEnginePlugin {

    private final Delegations delegations;
    private final DelegatedActs acts;
    private final Substitution substitution;
    private final Clock clock;

    SubstituteListener(Delegations delegations, DelegatedActs acts, Substitution substitution, Clock clock) {
        this.delegations = delegations;
        this.acts = acts;
        this.substitution = substitution;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new OnEveryTask());
        engine.setCustomPostBPMNParseListeners(all);
    }

    private final class OnEveryTask extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, SubstituteListener.this::letIn);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, SubstituteListener.this::mark);
        }
    }

    private List<Active> active() {
        return delegations.active(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
    }

    private void letIn(DelegateTask created) {
        TaskEntity task = (TaskEntity) created;
        for (Active active : active()) {
            if (substitution.concerns(active, task)) {
                boolean personal = task.getAssignee() != null;
                if (personal) {
                    task.addCandidateUser(active.delegation().principal());
                    task.setAssignee(null);
                }
                task.addCandidateUser(active.delegation().substitute());
                acts.letIn(new Entry(task.getId(), active.delegation().id(), personal));
                substitution.tell(active, task);
            }
        }
    }

    private void mark(DelegateTask done) {
        String user = Context.getCommandContext().getAuthenticatedUserId();
        if (user != null
                && active().stream()
                        .anyMatch(one -> one.delegation().substitute().equals(user))) {
            TaskEntity task = (TaskEntity) done;
            acts.behind(task.getId(), user)
                    .ifPresent(delegation -> acts.done(new Act(
                            task.getId(),
                            task.getName() == null ? "" : task.getName(),
                            Substitution.step(task),
                            Substitution.businessKey(task),
                            Substitution.affair(task),
                            delegation.id(),
                            delegation.principal(),
                            user,
                            clock.instant())));
        }
    }
}
