package nepsong.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people of the tasks they are given: the assignee, or each member of the group that the task is offered to. The
 * mail is queued in the transaction that makes the task; who takes a task on by themselves is not told of it.
 */
@Component
class AssignmentMail extends AbstractBpmnParseListener implements TaskListener {

    private final Outbox outbox;
    private final People people;

    AssignmentMail(Outbox outbox, People people) {
        this.outbox = outbox;
        this.people = people;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(EVENTNAME_CREATE, this);
        task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getEventName().equals(EVENTNAME_ASSIGNMENT)) {
            String assignee = task.getAssignee();
            if (assignee != null && !assignee.equals(user())) {
                people.find(assignee).ifPresent(person -> outbox.post(mail(task, person)));
            }
        } else if (task.getAssignee() == null) {
            outbox.postAll(
                    offeredTo(task).stream().map(person -> mail(task, person)).toList());
        }
    }

    private List<Person> offeredTo(DelegateTask task) {
        Map<String, Person> offered = new LinkedHashMap<>();
        task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .flatMap(link -> people.inGroup(link.getGroupId()).stream())
                .forEach(person -> offered.put(person.id(), person));
        return List.copyOf(offered.values());
    }

    private static Mail mail(DelegateTask task, Person person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("task", Objects.requireNonNullElse(task.getName(), ""));
        // Of the execution: a task that is only being made has no variables of its own to be looked for.
        put(facts, "unit", task.getExecution().getVariable("unitName"));
        put(facts, "cycle", task.getExecution().getVariable("cycle"));
        put(facts, "description", task.getDescription());
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        put(facts, "deadline", due);
        facts.put("link", Mail.linkToTask(task.getId()));
        return new Mail("task.assigned", task.getId(), person, "task.assigned", facts);
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static @Nullable String user() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }
}
