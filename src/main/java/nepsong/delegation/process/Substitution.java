package nepsong.delegation.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nepsong.cycle.Affair;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations.Active;
import nepsong.delegation.TaskKind;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Whether a substitute is to have a task, and what they are told of it. */
@Component
class Substitution {

    private final People people;
    private final Outbox outbox;

    Substitution(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** Of the right kind, the principal's, not the substitute's already, and no conflict of interest. */
    boolean concerns(Active active, TaskEntity task) {
        Delegation delegation = active.delegation();
        boolean ofKind = TaskKind.of(process(task), task.getTaskDefinitionKey())
                .filter(delegation.kinds()::contains)
                .isPresent();
        return ofKind && isPrincipals(active, task) && !isKnownTo(active, task) && !inConflict(active, task);
    }

    /** Whether the substitute may still do in the principal's place what they were let into. */
    boolean isStillFor(Delegation delegation, List<Active> active, TaskEntity task) {
        return active.stream().anyMatch(one -> one.delegation().id().equals(delegation.id()) && !inConflict(one, task));
    }

    /** Whether it is their own task too. */
    boolean isOfferedToGroupOf(String person, TaskEntity task) {
        Set<String> groups = people.groupsOf(person);
        return task.getIdentityLinks().stream()
                .anyMatch(link -> link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private static boolean isPrincipals(Active active, TaskEntity task) {
        String principal = active.delegation().principal();
        return task.getAssignee() == null
                ? offeredTo(task, principal, active.principalGroups())
                : task.getAssignee().equals(principal);
    }

    /** A colleague from the same group needs to be let in only where the principal holds the task. */
    private static boolean isKnownTo(Active active, TaskEntity task) {
        String substitute = active.delegation().substitute();
        return task.getAssignee() == null && offeredTo(task, substitute, active.substituteGroups());
    }

    private static boolean offeredTo(TaskEntity task, String person, Set<String> groups) {
        return task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> person.equals(link.getUserId())
                        || link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    /** Nobody judges their own unit. What the unit itself is to do, its own people may. */
    private boolean inConflict(Active active, TaskEntity task) {
        Object unit = task.getVariable("unit");
        return unit != null
                && people.worksFor(active.delegation().substitute(), unit.toString())
                && task.getIdentityLinks().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .noneMatch(group -> active.substituteGroups().stream()
                                .anyMatch(own -> unitOf(own).equals(unitOf(group))
                                        && !unitOf(own).isEmpty()));
    }

    private static String unitOf(String group) {
        return group.matches("(coordinator|inspector|head)At\\w+") ? group.replaceFirst("^[a-z]+At", "") : "";
    }

    void tell(Active active, DelegateTask task) {
        people.find(active.delegation().substitute()).ifPresent(person -> {
            Map<String, Object> facts = new HashMap<>();
            facts.put(
                    "task",
                    Objects.requireNonNullElse(task.getName(), "") + " (thay mặt "
                            + name(active.delegation().principal()) + ")");
            if (task.getVariable("cycle") != null) {
                facts.put("cycle", task.getVariable("cycle"));
            }
            if (task.getDueDate() != null) {
                Instant due = task.getDueDate().toInstant();
                facts.put("deadline", due);
            }
            facts.put("link", Mail.linkToTask(task.getId()));
            outbox.post(new Mail("task.assigned", task.getId(), person, "task.assigned", facts));
        });
    }

    String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    static String process(TaskEntity task) {
        return ((ProcessDefinitionEntity) task.getProcessDefinition()).getKey();
    }

    static String step(TaskEntity task) {
        return process(task) + "."
                + task.getTaskDefinitionKey()
                        .replaceFirst("^userTask_", "")
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    static String businessKey(TaskEntity task) {
        ExecutionEntity instance = task.getProcessInstance();
        return Objects.requireNonNullElse(instance.getBusinessKey(), "");
    }

    /** What inspectors do is their own unit's affair, and not that of the unit that they inspect. */
    static Affair affair(TaskEntity task) {
        boolean inspectors = task.getIdentityLinks().stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(group -> group != null && group.startsWith("inspectorAt"));
        return new Affair(text(task, "cycle"), text(task, inspectors ? "inspecting" : "unit"));
    }

    private static String text(TaskEntity task, String variable) {
        return Objects.toString(task.getVariable(variable), "");
    }
}
