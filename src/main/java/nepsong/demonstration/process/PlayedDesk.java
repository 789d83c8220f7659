package nepsong.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Where a person of the demonstration hands in a form: logged in as themselves, through the guards that everybody meets. */
@Component
class PlayedDesk {

    private static final int MOST_ROUNDS = 200;

    private final ProcessEngine engine;
    private final People people;
    private final TaskEvidence evidence;
    private final Photos photos;
    private final Papers papers;
    private final FormPen pen;
    private final ObjectMapper json;

    PlayedDesk(
            ProcessEngine engine,
            People people,
            TaskEvidence evidence,
            Photos photos,
            Papers papers,
            FormPen pen,
            ObjectMapper json) {
        this.engine = engine;
        this.people = people;
        this.evidence = evidence;
        this.photos = photos;
        this.papers = papers;
        this.pen = pen;
        this.json = json;
    }

    /** Starts what a person can start in Tasklist, with the form as it opens. */
    void start(String person, String process) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        as(person, () -> {
            JsonNode form = read(engine.getFormService().getDeployedStartForm(definition));
            Map<String, Object> proposed = new LinkedHashMap<>();
            form.path("components").forEach(component -> {
                if (component.has("defaultValue")) {
                    proposed.put(
                            component.path("key").asText(),
                            json.convertValue(component.path("defaultValue"), Object.class));
                }
            });
            return engine.getFormService().submitStartForm(definition, pen.fill(form, proposed));
        });
        runJobs();
    }

    /** @param person who is one of those it is offered to */
    void handIn(String person, Task task, Consumer<Map<String, Object>> typing) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            JsonNode form = read(engine.getFormService().getDeployedTaskForm(task.getId()));
            Map<String, Object> values = pen.fill(form, opened(task));
            typing.accept(values);
            bringFiles(task, person, values);
            engine.getFormService().submitTaskForm(task.getId(), values);
            return task;
        });
        runJobs();
    }

    private void bringFiles(Task task, String person, Map<String, Object> form) {
        evidence.of(task.getId(), person).filter(TaskEvidence.View::open).ifPresent(view -> {
            photos.bring(view, person, rows(form, "findings").size());
            papers.bring(view, person, form);
        });
    }

    /** A task that could not be handed in goes back to those it was offered to. */
    void release(Task task) {
        if (task.getAssignee() == null) {
            engine.getTaskService().setAssignee(task.getId(), null);
        }
    }

    /** Those whom it is given or offered to. */
    List<String> holders(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link -> people.inGroup(link.getGroupId()).stream())
                .map(Person::id)
                .toList();
    }

    /** Code of the unit that a task of a bloc is about. */
    String unit(Task task) {
        return String.valueOf(engine.getTaskService().getVariable(task.getId(), "unit"));
    }

    List<Task> open() {
        return engine.getTaskService().createTaskQuery().orderByTaskId().asc().list();
    }

    /** Runs what waits, timers that are not due excepted, until nothing does. */
    void runJobs() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = engine.getManagementService()
                    .createJobQuery()
                    .executable()
                    .active()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (engine.getManagementService()
                                .createJobQuery()
                                .jobId(job.getId())
                                .count()
                        > 0) {
                    engine.getManagementService().executeJob(job.getId());
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> form, String list) {
        return form.get(list) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    private Map<String, Object> opened(Task task) {
        Map<String, Object> plain = new LinkedHashMap<>();
        engine.getFormService().getTaskFormVariables(task.getId()).forEach((key, value) -> {
            try {
                plain.put(
                        key,
                        value instanceof SpinJsonNode node ? json.readValue(node.toString(), Object.class) : value);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return plain;
    }

    private JsonNode read(InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T> T as(String person, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(person, new ArrayList<>(people.groupsOf(person)));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
