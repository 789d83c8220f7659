package nepsong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nepsong.organisation.People;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Lets people of the demonstration play a cycle as a story tells it: each claims the task and hands its form in as it
 * opened, with what is required filled in and what the story wants changed. Jobs run in between.
 */
@TestComponent
public class Campaign {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final Desk desk;
    private final People people;
    private final MovableClock clock;
    private FormFiller filler = new FormFiller(7);
    private String cycle = "";
    private String lastStarted = "";

    Campaign(ProcessEngine engine, Desk desk, People people, MovableClock clock) {
        this.engine = engine;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /** From now on texts are filled to their last character, with letters and their marks apart. */
    public void everybodyIsWordy() {
        filler = FormFiller.wordy(7);
    }

    /** Starts the next cycle through its start form. */
    public String start(String person) {
        cycle = starts(person, "inspection-cycle", Map.of());
        return cycle;
    }

    /** Starts the cycle of a year of the test's own, where others may have begun theirs. */
    public String start(String person, int year) {
        cycle = starts(person, "inspection-cycle", Map.of("year", year, "name", "Kiểm tra năm " + year));
        return cycle;
    }

    /** @return the business key of what was started */
    public String starts(String person, String process, Map<String, Object> values) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        String key = as(person, () -> engine.getFormService()
                .submitStartForm(definition, values)
                .getBusinessKey());
        lastStarted = key;
        desk.runJobs();
        return key;
    }

    /** The one open task of this kind of the cycle itself. */
    public void does(String person, String task, Consumer<Map<String, Object>> change) {
        does(person, task, cycle, change);
    }

    /** The one open task of this kind at a unit or bloc. */
    public void does(String person, String task, String businessKey, Consumer<Map<String, Object>> change) {
        handIn(person, desk.task(key(businessKey), task), change);
    }

    /** Tries, and tells what the form answered. */
    public String isRefused(String person, String task, String businessKey, Consumer<Map<String, Object>> change) {
        try {
            does(person, task, businessKey, change);
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError(person + " should not have been let through with " + task);
    }

    /** Tries to hand in what needs files, with none brought, and tells what the form answered. */
    public String isRefusedWithoutFiles(String place, String task, Consumer<Map<String, Object>> change) {
        Task one = desk.task(key(place), task);
        String person = someone(one);
        return as(person, () -> {
            engine.getTaskService().claim(one.getId(), person);
            Map<String, Object> values = filler.values(form(one), opened(one));
            change.accept(values);
            try {
                engine.getFormService().submitTaskForm(one.getId(), values);
            } catch (RuntimeException refused) {
                engine.getTaskService().setAssignee(one.getId(), null);
                return String.valueOf(refused.getMessage());
            }
            throw new AssertionError(person + " should not have been let through with " + task);
        });
    }

    /** All open tasks of this kind in the cycle, each by a member of the group it is offered to. */
    public void everybodyDoes(String task, Consumer<Map<String, Object>> change) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_" + task)
                .list();
        if (open.isEmpty()) {
            throw new AssertionError("nobody has " + task + " to do");
        }
        open.forEach(one -> handIn(someone(one), one, change));
    }

    /** One kind of task after the other. */
    public void everybodyDoes(String... inTurn) {
        for (String task : inTurn) {
            everybodyDoes(task, form -> {});
        }
    }

    /** The one open task of this kind at each of the units or blocs, by a member of the group it is offered to. */
    public void eachDoes(String task, List<String> places, Consumer<Map<String, Object>> change) {
        places.forEach(place -> {
            Task one = desk.task(key(place), task);
            handIn(someone(one), one, change);
        });
    }

    /** As many open tasks of this kind at a unit as there are people, one by each of them. */
    public void eachOf(List<String> persons, String task, String place, Consumer<Map<String, Object>> change) {
        List<Task> open = desk.tasks(key(place), task);
        if (open.size() != persons.size()) {
            throw new AssertionError(task + " waits for " + open.size() + " people, not for " + persons);
        }
        for (int i = 0; i < open.size(); i++) {
            handIn(persons.get(i), open.get(i), change);
        }
    }

    public void eachDoes(String task, List<String> places) {
        eachDoes(task, places, form -> {});
    }

    public void at(String place, String task, Consumer<Map<String, Object>> change) {
        eachDoes(task, List.of(place), change);
    }

    /** The business key of what was started last beside the cycle itself. */
    public String lastStarted() {
        return lastStarted;
    }

    /** Moves the clock and lets what has come due happen. */
    public void passes(Duration time) {
        clock.forward(time);
        desk.runJobs();
    }

    private List<String> open() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getName)
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rows(Map<String, Object> form, String list) {
        return (List<Map<String, Object>>) form.get(list);
    }

    private void handIn(String person, Task task, Consumer<Map<String, Object>> change) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            try {
                Map<String, Object> values = filler.values(form(task), opened(task));
                change.accept(values);
                Task held = engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .singleResult();
                desk.bringEvidence(held);
                if (task.getTaskDefinitionKey().equals("userTask_inspect")) {
                    desk.bringPhotosOfFindings(held, 1, rows(values, "findings").size());
                }
                engine.getFormService().submitTaskForm(task.getId(), values);
            } catch (RuntimeException refused) {
                engine.getTaskService().setAssignee(task.getId(), null);
                throw refused;
            }
            return null;
        });
        desk.runJobs();
    }

    private String someone(Task task) {
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

    private <T> T as(String person, java.util.function.Supplier<T> work) {
        engine.getIdentityService().setAuthentication(person, new ArrayList<>(people.groupsOf(person)));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, JsonNode> opened(Task task) {
        Map<String, JsonNode> opened = new LinkedHashMap<>();
        desk.form(task).forEach((key, value) -> opened.put(key, JSON.valueToTree(value)));
        return opened;
    }

    private String key(String place) {
        return place.equals(cycle) || place.contains("/") ? place : cycle + "/" + place;
    }
}
