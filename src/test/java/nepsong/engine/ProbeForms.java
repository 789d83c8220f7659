package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every form of the house, each also on a task of its own that waits for one person. */
final class ProbeForms {

    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final ProcessEngine engine;
    private String deployment = "";

    ProbeForms(ProcessEngine engine) {
        this.engine = engine;
    }

    /** By id. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FORMS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".form"))
                    .sorted()
                    .toList()) {
                JsonNode form = JSON.readTree(file.toFile());
                forms.put(form.path("id").asText(), form);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return forms;
    }

    /** By form of a task, the open task that the person has claimed. */
    Map<String, Task> openFor(String person, String group) {
        List<String> ids =
                all().keySet().stream().filter(id -> !id.endsWith(".start")).toList();
        DeploymentBuilder deploying = engine.getRepositoryService().createDeployment();
        ids.forEach(id -> deploying.addClasspathResource("forms/" + id + ".form"));
        for (int i = 0; i < ids.size(); i++) {
            deploying.addModelInstance("probe-" + i + ".bpmn", model("probe-" + i, ids.get(i), group));
        }
        deployment = deploying.deploy().getId();
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("probe-" + i)
                    .getId();
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            engine.getTaskService().claim(task.getId(), person);
            tasks.put(ids.get(i), task);
        }
        return tasks;
    }

    private static BpmnModelInstance model(String key, String form, String group) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("work")
                .camundaCandidateGroups(group)
                .endEvent()
                .done();
        UserTask task = model.getModelElementById("work");
        task.setAttributeValueNs(CAMUNDA, "formRef", form);
        task.setAttributeValueNs(CAMUNDA, "formRefBinding", "deployment");
        return model;
    }

    void takeAway() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
