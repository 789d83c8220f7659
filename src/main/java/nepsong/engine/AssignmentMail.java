package nepsong.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.engine.AssignmentWords.Wording;
import nepsong.notification.Letter;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells people of the tasks they are given: the assignee, or each member of the group that the task is offered to. The
 * mail is queued in the transaction that makes the task; who takes a task on by themselves is not told of it.
 */
@Component
class AssignmentMail extends AbstractBpmnParseListener implements TaskListener {

    private final Outbox outbox;
    private final People people;
    private final FormRegistry forms;
    private final SingletonSupplier<Map<String, AssignmentWords>> words;

    AssignmentMail(Outbox outbox, People people, FormRegistry forms, ObjectProvider<AssignmentWords> words) {
        this.outbox = outbox;
        this.people = people;
        this.forms = forms;
        this.words = SingletonSupplier.of(
                () -> words.stream().collect(Collectors.toMap(AssignmentWords::key, Function.identity())));
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
                people.find(assignee)
                        .ifPresent(person -> outbox.postAll(given(task).to(List.of(person))));
            }
        } else if (task.getAssignee() == null) {
            outbox.postAll(letter(task).to(offeredTo(task)));
        }
    }

    /** Whoever was told when it was offered to their group is told once more when somebody gives it to them. */
    private Letter given(DelegateTask task) {
        return user() == null ? letter(task) : letter(task).again(((TaskEntity) task).getRevision());
    }

    private List<Person> offeredTo(DelegateTask task) {
        Map<String, Person> offered = new LinkedHashMap<>();
        task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .flatMap(link -> people.inGroup(link.getGroupId()).stream())
                .forEach(person -> offered.put(person.id(), person));
        return List.copyOf(offered.values());
    }

    /** Of the execution: a task that is only being made has no variables of its own to be looked for. */
    private Letter letter(DelegateTask task) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        Letter usual = Letter.of("task.assigned", task.getId())
                .with("task", Objects.requireNonNullElse(task.getName(), ""))
                .with("unit", task.getExecution().getVariable("unitName"))
                .with("cycle", task.getExecution().getVariable("cycle"))
                .with("description", task.getDescription())
                .with("deadline", due)
                .with("link", Mail.linkToTask(task.getId()));
        return own((TaskEntity) task, due)
                .map(own -> usual.as(own.template()).with(own.facts()))
                .orElse(usual);
    }

    /** The form knows what its own process knows, and nothing of another that borrows it. */
    private Optional<Wording> own(TaskEntity task, @Nullable Instant due) {
        String form = forms.keyOf(task);
        String process = task.getProcessDefinitionId().replaceFirst(":.*", "");
        AssignmentWords own = form == null || !form.startsWith(process + ".")
                ? null
                : words.obtain().get(form);
        return own == null
                ? Optional.empty()
                : own.words(new AssignedTask(due, name -> task.getExecution().getVariable(name)));
    }

    private static @Nullable String user() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }
}
