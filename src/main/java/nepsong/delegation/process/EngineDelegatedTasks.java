package nepsong.delegation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Entry;
import nepsong.delegation.DelegatedTasks;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.Delegations.Active;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** A substitute is a candidate of the principal's tasks while the delegation lasts; that permits to work on them. */
@Component
class EngineDelegatedTasks implements DelegatedTasks {

    private final Delegations delegations;
    private final DelegatedActs acts;
    private final Substitution substitution;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;

    EngineDelegatedTasks(
            Delegations delegations,
            DelegatedActs acts,
            Substitution substitution,
            TaskService tasks,
            AuthorizationService authorizations,
            ProcessEngineConfigurationImpl engine,
            Clock clock) {
        this.delegations = delegations;
        this.acts = acts;
        this.substitution = substitution;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void bringInLine() {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
                    List<Active> active = delegations.active(today);
                    Set<Entry> present = takeBack(active);
                    for (Active one : active) {
                        letIn(context, one, present);
                    }
                    return null;
                }));
    }

    /** Returns what stays. */
    private Set<Entry> takeBack(List<Active> active) {
        Map<String, Active> byId =
                active.stream().collect(Collectors.toMap(one -> one.delegation().id(), Function.identity()));
        Set<Entry> staying = new HashSet<>();
        for (Entry entry : acts.entries()) {
            Optional<Task> open = Optional.ofNullable(
                    tasks.createTaskQuery().taskId(entry.task()).singleResult());
            if (open.isPresent() && byId.containsKey(entry.delegation())) {
                staying.add(entry);
            } else {
                open.ifPresent(task -> delegations
                        .find(entry.delegation())
                        .ifPresent(delegation -> giveBack(task, delegation, entry.personal())));
                acts.takenBack(entry);
            }
        }
        return staying;
    }

    private void giveBack(Task task, Delegation delegation, boolean personal) {
        tasks.deleteCandidateUser(task.getId(), delegation.substitute());
        if (personal) {
            tasks.deleteCandidateUser(task.getId(), delegation.principal());
            tasks.setAssignee(task.getId(), delegation.principal());
        } else if (delegation.substitute().equals(task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
        revoke(task, delegation.substitute());
    }

    /** The engine grants with the candidate and leaves the grant behind; what a group of theirs may, they may still. */
    private void revoke(Task task, String substitute) {
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .userIdIn(substitute)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private void letIn(CommandContext context, Active active, Set<Entry> present) {
        Set<String> known = present.stream()
                .filter(entry -> entry.delegation().equals(active.delegation().id()))
                .map(Entry::task)
                .collect(Collectors.toSet());
        for (Task open : ofPrincipal(active)) {
            TaskEntity task = context.getTaskManager().findTaskById(open.getId());
            if (task != null && !known.contains(task.getId()) && substitution.concerns(active, task)) {
                boolean personal = task.getAssignee() != null;
                if (personal) {
                    tasks.addCandidateUser(task.getId(), active.delegation().principal());
                    tasks.setAssignee(task.getId(), null);
                }
                tasks.addCandidateUser(task.getId(), active.delegation().substitute());
                acts.letIn(new Entry(task.getId(), active.delegation().id(), personal));
                substitution.tell(active, task);
            }
        }
    }

    private List<Task> ofPrincipal(Active active) {
        TaskQuery query =
                tasks.createTaskQuery().or().taskAssignee(active.delegation().principal());
        if (!active.principalGroups().isEmpty()) {
            query = query.taskCandidateGroupIn(List.copyOf(active.principalGroups()));
        }
        return query.endOr().list();
    }
}
