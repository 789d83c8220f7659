package nepsong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nepsong.crossinspection.FindingPhotoPolicy;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.Changed;
import nepsong.evidence.Citation;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.GoodFiles;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.boot.test.context.TestComponent;

/** How tests work with tasks: find one by what it is about, see its form, hand it in, and let waiting jobs run. */
@TestComponent
public class Desk {

    private final TaskService tasks;
    private final FormService forms;
    private final ManagementService jobs;
    private final TaskEvidence evidence;
    private final AddEvidence adding;
    private final People people;
    private final IdentityService identities;

    Desk(
            TaskService tasks,
            FormService forms,
            ManagementService jobs,
            TaskEvidence evidence,
            AddEvidence adding,
            People people,
            IdentityService identities) {
        this.tasks = tasks;
        this.forms = forms;
        this.jobs = jobs;
        this.evidence = evidence;
        this.adding = adding;
        this.people = people;
        this.identities = identities;
    }

    /** The one open task of this kind below the business key, e.g. {@code ("2023/q-ba-dinh", "scoreCriteria")}. */
    public Task task(String businessKey, String name) {
        List<Task> found = tasks(businessKey, name);
        if (found.size() != 1) {
            throw new AssertionError("expected one task " + name + " at " + businessKey + ", but there are "
                    + found.size() + "; open: " + openTasks(businessKey));
        }
        return found.get(0);
    }

    public List<Task> tasks(String businessKey, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey("userTask_" + name)
                .list();
    }

    public List<String> openTasks(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** What the form shows, with lists as lists of maps. */
    public Map<String, Object> form(Task task) {
        VariableMap shown = forms.getTaskFormVariables(task.getId());
        Map<String, Object> plain = new HashMap<>();
        shown.forEach((key, value) -> plain.put(key, value instanceof SpinJsonNode json ? plain(json) : value));
        return plain;
    }

    /** The rows of a list as the form shows them, ready to be changed and handed in. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(Task task, String list) {
        return new ArrayList<>(
                (List<Map<String, Object>>) Objects.requireNonNull(form(task).get(list)));
    }

    /** Whoever has the task in hand brings a photo for each criterion that needs or may need a file and has none. */
    public void bringEvidence(Task task) {
        String person = task.getAssignee() != null ? task.getAssignee() : oneOfGroup(task);
        evidence.of(task.getId(), person)
                .filter(TaskEvidence.View::open)
                .ifPresent(view -> bring(view, task.getId(), person));
    }

    /** Whoever has the inspection in hand brings a photo for each of these findings of the sheet, counted from 1. */
    public void bringPhotosOfFindings(Task task, int first, int last) {
        String person = task.getAssignee() != null ? task.getAssignee() : oneOfGroup(task);
        List<String> topics = IntStream.rangeClosed(first, last)
                .mapToObj(FindingPhotoPolicy::topic)
                .toList();
        upload(task.getId(), person, topics);
    }

    /** As somebody who has the task in hand, or has not: empty where they may not even look. */
    public Optional<Changed> bringPhoto(Task task, String person, String topic) {
        return add(task.getId(), person, List.of(topic));
    }

    private void bring(TaskEvidence.View view, String task, String person) {
        List<String> lacking = view.place().topics().stream()
                .filter(topic -> topic.mayBeRequired() && topic.adds() != null)
                .filter(topic -> view.pieces().stream()
                        .noneMatch(piece -> piece.topic().equals(topic.id()) && piece.kind() == topic.adds()))
                .map(EvidencePlace.Topic::id)
                .toList();
        upload(task, person, lacking);
    }

    private void upload(String task, String person, List<String> lacking) {
        if (lacking.isEmpty()) {
            return;
        }
        var brought = add(task, person, lacking);
        if (brought.isEmpty() || brought.get().isRefused()) {
            throw new AssertionError("no evidence for " + lacking + ": " + brought);
        }
    }

    private Optional<Changed> add(String task, String person, List<String> topics) {
        try {
            Path photo = Files.write(Files.createTempFile("evidence", ".png"), GoodFiles.png(40, 30));
            Citation nothing = new Citation(null, null, null, null);
            Optional<Changed> brought =
                    adding.add(task, person, new AddEvidence.Upload("Ảnh.png", photo, topics, nothing));
            Files.deleteIfExists(photo);
            return brought;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String oneOfGroup(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link -> people.inGroup(link.getGroupId()).stream())
                .map(Person::id)
                .findFirst()
                .orElse("");
    }

    public void complete(Task task, Map<String, Object> values) {
        tasks.complete(task.getId(), values);
    }

    /** As this person, in this group alone, sees it. */
    public Map<String, Object> formAs(String person, String group, Task task) {
        identities.setAuthentication(person, List.of(group));
        try {
            return form(task);
        } finally {
            identities.clearAuthentication();
        }
    }

    /**
     * Told above the form, not let take the task on, and refused all the same with the task in hand.
     *
     * @param why what the objection begins with
     */
    public void keepsOut(String person, String group, Task task, Map<String, Object> values, String why) {
        assertThat(formAs(person, group, task).get("objection").toString()).startsWith(why);
        as(person, group, () -> assertThatThrownBy(() -> tasks.claim(task.getId(), person))
                .hasMessageContaining(why));
        tasks.setAssignee(task.getId(), person);
        as(person, group, () -> assertThatThrownBy(() -> complete(task, values)).hasMessageContaining(why));
        tasks.setAssignee(task.getId(), null);
    }

    private void as(String person, String group, Runnable deed) {
        identities.setAuthentication(person, List.of(group));
        try {
            deed.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Runs what waits, timers that are not due excepted, until nothing does. */
    public void runJobs() {
        for (int round = 0; round < 200; round++) {
            List<Job> due = jobs.createJobQuery().executable().active().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                    jobs.executeJob(job.getId());
                }
            }
        }
        throw new AssertionError("jobs do not come to an end");
    }

    private static Object plain(SpinJsonNode json) {
        if (json.isArray()) {
            return new ArrayList<>(json.elements().stream().map(Desk::plain).toList());
        }
        if (json.isObject()) {
            Map<String, Object> object = new HashMap<>();
            json.fieldNames().forEach(name -> object.put(name, plain(json.prop(name))));
            return object;
        }
        return json.isNull() ? null : json.value();
    }
}
