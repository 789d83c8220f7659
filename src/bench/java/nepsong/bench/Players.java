package nepsong.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.Desk;
import nepsong.FormFiller;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Everybody who has something to do, through the engine's Java interface: claims, opens the form, fills it, hands it in. */
final class Players {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A task that somebody has claimed and whose form is filled in. */
    record Filled(Task task, String form, String person, Map<String, Object> values) {}

    private final ProcessEngine engine;
    private final People people;
    private final Desk desk;
    private final Map<String, List<Person>> members = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> forms = new ConcurrentHashMap<>();

    Players(Application application) {
        this.engine = application.bean(ProcessEngine.class);
        this.people = application.bean(People.class);
        this.desk = application.bean(Desk.class);
    }

    /** @return the business key of the cycle, of the year that is proposed */
    String start() {
        return start(Map.of());
    }

    /** @return the business key of the year's cycle */
    String start(int year) {
        return start(Map.of("year", (long) year, "name", "Kiểm tra việc thực hiện 02 Quy tắc ứng xử năm " + year));
    }

    private String start(Map<String, Object> values) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-cycle")
                .latestVersion()
                .singleResult()
                .getId();
        as("office");
        try {
            return engine.getFormService().submitStartForm(definition, values).getBusinessKey();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    List<Task> open() {
        return engine.getTaskService().createTaskQuery().initializeFormKeys().list();
    }

    /** By whoever may: the members of the group are asked in turn, where the domain refuses one. */
    Filled fill(Task task, int turn) {
        String person = task.getAssignee() == null ? someone(task, turn) : task.getAssignee();
        as(person);
        try {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            String key = task.getCamundaFormRef().getKey();
            JsonNode form = forms.computeIfAbsent(key, ignored -> form(task));
            Map<String, JsonNode> opened = new LinkedHashMap<>();
            desk.form(task).forEach((name, value) -> opened.put(name, JSON.valueToTree(value)));
            desk.bringEvidence(engine.getTaskService()
                    .createTaskQuery()
                    .taskId(task.getId())
                    .singleResult());
            return new Filled(task, key, person, new FormFiller(task.getName().hashCode()).values(form, opened));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** What follows is done by this person. */
    void as(Filled filled) {
        as(filled.person());
    }

    /** By the person that the calling thread is. */
    void handIn(Filled filled) {
        try {
            engine.getFormService().submitTaskForm(filled.task().getId(), filled.values());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void giveBack(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
    }

    private String someone(Task task, int turn) {
        List<Person> able = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link -> members.computeIfAbsent(link.getGroupId(), people::inGroup).stream())
                .toList();
        if (able.isEmpty()) {
            throw new IllegalStateException("nobody can do " + task.getName());
        }
        return able.get(turn % able.size()).id();
    }

    private void as(String person) {
        engine.getIdentityService().setAuthentication(person, new ArrayList<>(people.groupsOf(person)));
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
