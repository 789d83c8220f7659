package nepsong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nepsong.organisation.People;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Does one task as one of the people of the demonstration: claims it, fills its form in, brings files, hands it in. */
final class FormPlayer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEED = 7;

    private final ProcessEngine engine;
    private final Desk desk;
    private final People people;
    private FormFiller filler = new FormFiller(SEED);

    FormPlayer(ProcessEngine engine, Desk desk, People people) {
        this.engine = engine;
        this.desk = desk;
        this.people = people;
    }

    /** From now on texts are filled to their last character, with letters and their marks apart. */
    void isWordy() {
        filler = FormFiller.wordy(SEED);
    }

    /** With what the task asks for in files; a task that is refused lies open again. */
    void handsIn(String person, Task task, Consumer<Map<String, Object>> change) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            try {
                Map<String, Object> values = filledIn(task, change);
                Task held = engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .singleResult();
                desk.bringEvidence(held);
                if (task.getTaskDefinitionKey().equals("userTask_inspect")) {
                    desk.bringPhotosOfFindings(
                            held, 1, Campaign.rows(values, "findings").size());
                }
                engine.getFormService().submitTaskForm(task.getId(), values);
            } catch (RuntimeException refused) {
                engine.getTaskService().setAssignee(task.getId(), null);
                throw refused;
            }
            return null;
        });
    }

    /** @return what the form answered */
    String isRefusedWithoutFiles(String person, Task task, Consumer<Map<String, Object>> change) {
        return as(person, () -> {
            engine.getTaskService().claim(task.getId(), person);
            Map<String, Object> values = filledIn(task, change);
            try {
                engine.getFormService().submitTaskForm(task.getId(), values);
            } catch (RuntimeException refused) {
                engine.getTaskService().setAssignee(task.getId(), null);
                return String.valueOf(refused.getMessage());
            }
            throw new AssertionError(person + " should not have been let through with " + task.getName());
        });
    }

    /** Id of whoever holds the task, or of the first to whom it is offered. */
    String someone(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link -> people.inGroup(link.getGroupId()).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody can do " + task.getName()))
                .id();
    }

    <T> T as(String person, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(person, new ArrayList<>(people.groupsOf(person)));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Map<String, Object> filledIn(Task task, Consumer<Map<String, Object>> change) {
        Map<String, JsonNode> opened = new LinkedHashMap<>();
        desk.form(task).forEach((key, value) -> opened.put(key, JSON.valueToTree(value)));
        Map<String, Object> values = filler.values(form(task), opened);
        change.accept(values);
        return values;
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
