package nepsong.delegation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.delegation.DelegatedActs.Entry;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.Delegations.Active;
import nepsong.engine.FormRefusedException;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets a substitute into a task as it is made, and marks what a substitute has done. Costs no statement while nobody
 * stands in for anybody: who does is kept in memory.
 */
@Component
@Order(10)
class SubstituteListener extends AbstractProcessEnginePlugin {

    private static final String NO_MORE =
            "Ủy quyền này không còn hiệu lực với việc này: bạn không còn vai trò ngang với người ủy quyền, hoặc việc liên quan đến đơn vị của bạn. Việc trở lại với người ủy quyền; bạn báo lại cho họ.";

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
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, SubstituteListener.this::claim);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, SubstituteListener.this::mark);
        }
    }

    private List<Active> active() {
        return delegations.active(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
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

    private void claim(DelegateTask assigned) {
        String user = substitute();
        if (user != null && user.equals(assigned.getAssignee())) {
            TaskEntity task = (TaskEntity) assigned;
            acts.behind(task.getId(), user).ifPresent(delegation -> acts.claimed(act(task, delegation, user)));
        }
    }

    /** Roles and conflicts of interest may have changed since the task was handed over. */
    private void mark(DelegateTask done) {
        String user = substitute();
        if (user != null) {
            TaskEntity task = (TaskEntity) done;
            acts.behind(task.getId(), user).ifPresent(delegation -> {
                if (substitution.isStillFor(delegation, active(), task)) {
                    acts.done(act(task, delegation, user));
                } else if (!substitution.isOfferedToGroupOf(user, task)) {
                    throw new FormRefusedException(List.of(Refusal.of("", NO_MORE)));
                }
            });
        }
    }

    /** Whoever acts, where they stand in for anybody. */
    private @Nullable String substitute() {
        String user = Context.getCommandContext().getAuthenticatedUserId();
        return user != null && delegations.isSubstitute(user, today()) ? user : null;
    }

    private Act act(TaskEntity task, Delegation delegation, String substitute) {
        return new Act(
                task.getId(),
                task.getName() == null ? "" : task.getName(),
                Substitution.step(task),
                Substitution.businessKey(task),
                Substitution.affair(task),
                delegation.id(),
                delegation.principal(),
                substitute,
                clock.instant());
    }
}
