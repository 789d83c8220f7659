package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import nepsong.security.Visitors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing gets into a process that its form does not declare, whichever way it is sent. */
@RunningApplication
class ForeignKeyTest {

    private static final String PERSON = "sodulichHead";
    private static final String GROUP = "headAtsodulich";
    private static final int KEYS_PER_FORM = 50;
    private static final int KEYS_AT_CLOSED_DOORS = 2;
    private static final String START = ".start";

    private static final List<String> FOREIGN = Stream.concat(
                    Stream.of(
                            "finalScore",
                            "selfScore",
                            "crossScore",
                            "bonus",
                            "penalty",
                            "gradeByScore",
                            "rank",
                            "caps",
                            "approved",
                            "unit",
                            "unitKey",
                            "unitName",
                            "cycle",
                            "cycleName",
                            "bloc",
                            "assignee",
                            "inspecting",
                            "inspected",
                            "inspectingKey",
                            "reportDueOn",
                            "finding",
                            "findingCode",
                            "nomination",
                            "passed",
                            "late",
                            "reopened",
                            "role",
                            "admin",
                            "initiator",
                            "businessKey",
                            "nrOfInstances",
                            "nrOfCompletedInstances",
                            "loopCounter",
                            "__proto__",
                            "constructor",
                            "${1+1}",
                            "#{execution}",
                            "criteria[0].score",
                            "criteria.0.score",
                            "decision ",
                            "Decision",
                            "DECISION",
                            "",
                            " ",
                            "điểm",
                            "a.b",
                            "x".repeat(300),
                            "execution",
                            "task",
                            "class"),
                    IntStream.range(0, 12).mapToObj(i -> "foreign" + i))
            .toList();

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Visitors visitors;

    private ProbeForms forms;

    @AfterEach
    void takeAway() {
        engine.getIdentityService().clearAuthentication();
        if (forms != null) {
            forms.takeAway();
        }
    }

    @Test
    void noFormTakesAKeyThatItDoesNotDeclareWhicheverWayItIsSent() {
        forms = new ProbeForms(engine);
        Map<String, Task> tasks = forms.openFor(PERSON, GROUP);
        Map<String, JsonNode> all = ProbeForms.all();
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all.keySet().stream().filter(form -> !form.endsWith(START) && !tasks.containsKey(form)))
                .isEmpty();
        long variables =
                engine.getRuntimeService().createVariableInstanceQuery().count();
        List<String> accepted = new ArrayList<>();
        tasks.forEach((form, task) -> {
            List<String> keys = foreignTo(all.get(form));
            assertThat(keys).as(form).hasSize(KEYS_PER_FORM);
            engine.getIdentityService().setAuthentication(PERSON, List.of(GROUP, "staff"));
            byPersons().forEach((way, send) -> accepted.addAll(sent(form, way, task, keys, send)));
            engine.getIdentityService().clearAuthentication();
            bySystem().forEach((way, send) -> accepted.addAll(sent(form, "system " + way, task, keys, send)));
        });
        assertThat(accepted).isEmpty();
        overHttp(tasks, all);
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().count())
                .isEqualTo(variables);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKeyIn(IntStream.range(0, tasks.size())
                                .mapToObj(i -> "probe-" + i)
                                .toArray(String[]::new))
                        .taskAssignee(PERSON)
                        .count())
                .isEqualTo(tasks.size());
    }

    private static List<String> foreignTo(JsonNode form) {
        FormSchema schema = FormSchema.read(form);
        return FOREIGN.stream()
                .filter(key -> !schema.declares(key))
                .limit(KEYS_PER_FORM)
                .toList();
    }

    private static List<String> sent(
            String form, String way, Task task, List<String> keys, BiConsumer<Task, Map<String, Object>> send) {
        return keys.stream()
                .filter(key -> {
                    try {
                        send.accept(task, Map.of(key, "100"));
                        return true;
                    } catch (ProcessEngineException refused) {
                        return false;
                    }
                })
                .map(key -> form + " took " + key + " by " + way)
                .collect(Collectors.toList());
    }

    /** What an application bound by forms can still do with a task. */
    private Map<String, BiConsumer<Task, Map<String, Object>>> bySystem() {
        TaskServiceImpl tasks = (TaskServiceImpl) engine.getTaskService();
        FormService form = engine.getFormService();
        Map<String, BiConsumer<Task, Map<String, Object>>> ways = new LinkedHashMap<>();
        ways.put("complete", (task, values) -> tasks.complete(task.getId(), values));
        ways.put("submitTaskForm", (task, values) -> form.submitTaskForm(task.getId(), values));
        return ways;
    }

    private Map<String, BiConsumer<Task, Map<String, Object>>> byPersons() {
        TaskServiceImpl tasks = (TaskServiceImpl) engine.getTaskService();
        RuntimeServiceImpl runtime = (RuntimeServiceImpl) engine.getRuntimeService();
        FormService form = engine.getFormService();
        Map<String, BiConsumer<Task, Map<String, Object>>> ways = new LinkedHashMap<>(bySystem());
        ways.put("complete in return", (t, v) -> tasks.completeWithVariablesInReturn(t.getId(), v, false));
        ways.put("resolve", (t, v) -> tasks.resolveTask(t.getId(), v));
        ways.put("submit in return", (t, v) -> form.submitTaskFormWithVariablesInReturn(t.getId(), v, false));
        ways.put("submit data", (t, v) -> form.submitTaskFormData(t.getId(), text(v)));
        ways.put("variables", (t, v) -> tasks.setVariables(t.getId(), v));
        ways.put("local variables", (t, v) -> tasks.setVariablesLocal(t.getId(), v));
        ways.put("one variable", (t, v) -> v.forEach((key, value) -> tasks.setVariable(t.getId(), key, value)));
        ways.put("one local", (t, v) -> v.forEach((key, value) -> tasks.setVariableLocal(t.getId(), key, value)));
        ways.put("patch", (t, v) -> tasks.updateVariables(t.getId(), v, List.of()));
        ways.put("patch local", (t, v) -> tasks.updateVariablesLocal(t.getId(), v, List.of()));
        ways.put("error", (t, v) -> tasks.handleBpmnError(t.getId(), "any", "any", v));
        ways.put("escalation", (t, v) -> tasks.handleEscalation(t.getId(), "any", v));
        ways.put("instance", (t, v) -> runtime.setVariables(t.getProcessInstanceId(), v));
        ways.put("instance local", (t, v) -> runtime.setVariablesLocal(t.getExecutionId(), v));
        ways.put("instance patch", (t, v) -> runtime.updateVariables(t.getProcessInstanceId(), v, List.of()));
        ways.put("batch", (t, v) -> runtime.setVariablesAsync(List.of(t.getProcessInstanceId()), v));
        ways.put("signal", (t, v) -> runtime.signal(t.getExecutionId(), v));
        ways.put("signal event", (t, v) -> runtime.signalEventReceived("any", v));
        ways.put("message", (t, v) -> runtime.correlateMessage("any", "any", v));
        ways.put("message event", (t, v) -> runtime.messageEventReceived("any", t.getExecutionId(), v));
        ways.put("modification", (t, v) -> runtime.createProcessInstanceModification(t.getProcessInstanceId())
                .startBeforeActivity("work")
                .setVariables(v)
                .execute());
        ways.put("modification of many", (t, v) -> runtime.createModification(t.getProcessDefinitionId())
                .processInstanceIds(t.getProcessInstanceId())
                .startBeforeActivity("work")
                .execute());
        ways.put("start", (t, v) -> runtime.startProcessInstanceById(t.getProcessDefinitionId(), v));
        ways.put("start with instructions", (t, v) -> runtime.createProcessInstanceById(t.getProcessDefinitionId())
                .startBeforeActivity("work")
                .setVariables(v)
                .execute());
        ways.put("delegate", (t, v) -> tasks.delegateTask(t.getId(), "member1"));
        return ways;
    }

    private static Map<String, String> text(Map<String, Object> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue())));
    }

    private static String foreign(ObjectMapper json, String key) {
        return "{" + json.valueToTree(key) + ":{\"value\":100}}";
    }

    private void overHttp(Map<String, Task> tasks, Map<String, JsonNode> all) {
        Visitor visitor = visitors.as(PERSON);
        ObjectMapper json = new ObjectMapper();
        int form = 0;
        for (Map.Entry<String, Task> each : tasks.entrySet()) {
            List<String> keys = foreignTo(all.get(each.getKey()));
            String task = "task/" + each.getValue().getId();
            String path = "/camunda/api/engine/engine/" + engine.getName() + "/" + task;
            for (String key : keys) {
                for (String way : List.of("/complete", "/submit-form")) {
                    var answer = visitor.enginePost(task + way, "{\"variables\":" + foreign(json, key) + "}");
                    assertThat(answer.statusCode())
                            .as("%s %s %s", way, each.getKey(), answer.body())
                            .isEqualTo(400);
                    assertThat(answer.body()).contains("không thuộc biểu mẫu này");
                }
            }
            // These are closed whatever is sent: each key once is enough, a few of them with each form.
            for (int turn = 0; turn < KEYS_AT_CLOSED_DOORS; turn++) {
                String value = foreign(json, keys.get((form * KEYS_AT_CLOSED_DOORS + turn) % keys.size()));
                for (String way :
                        List.of("/resolve", "/bpmnError", "/bpmnEscalation", "/variables", "/localVariables")) {
                    assertThat(visitor.enginePost(
                                            task + way, "{\"variables\":" + value + ",\"modifications\":" + value + "}")
                                    .statusCode())
                            .as(way)
                            .isEqualTo(403);
                }
            }
            form++;
            for (String scope : List.of("/variables/finalScore", "/localVariables/finalScore")) {
                for (String method : List.of("PUT", "POST", "PATCH", "DELETE")) {
                    assertThat(visitor.send(method, path + scope, "application/json", "{\"value\":100}")
                                    .statusCode())
                            .as("%s %s", method, scope)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void noStartFormTakesAForeignKeyEither() {
        RuntimeService runtime = engine.getRuntimeService();
        FormService form = engine.getFormService();
        long before = runtime.createProcessInstanceQuery().count();
        List<String> accepted = new ArrayList<>();
        List<String> starts = ProbeForms.all().keySet().stream()
                .filter(each -> each.endsWith(START))
                .map(each -> each.substring(0, each.length() - START.length()))
                .toList();
        assertThat(starts).hasSizeGreaterThanOrEqualTo(2);
        for (String process : starts) {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            Map<String, BiConsumer<Task, Map<String, Object>>> ways = new LinkedHashMap<>();
            ways.put("form", (t, v) -> form.submitStartForm(definition, v));
            ways.put("form with key", (t, v) -> form.submitStartForm(definition, "2023", v));
            ways.put("form data", (t, v) -> form.submitStartFormData(definition, text(v)));
            ways.put("start", (t, v) -> runtime.startProcessInstanceById(definition, v));
            ways.put("start by key", (t, v) -> runtime.startProcessInstanceByKey(process, "2023", v));
            ways.put("builder", (t, v) -> runtime.createProcessInstanceByKey(process)
                    .setVariables(v)
                    .execute());
            List<String> keys = foreignTo(ProbeForms.all().get(process + START));
            engine.getIdentityService().setAuthentication("office", List.of("standingOffice", "staff"));
            ways.forEach((way, send) -> accepted.addAll(sent(process, way, null, keys, send)));
            engine.getIdentityService().clearAuthentication();
            Visitor office = visitors.as("office");
            String path = "process-definition/" + definition;
            assertThat(keys).hasSize(KEYS_PER_FORM);
            for (String key : keys) {
                String body = "{\"variables\":" + foreign(new ObjectMapper(), key) + "}";
                assertThat(office.enginePost(path + "/submit-form", body).body())
                        .as(key)
                        .contains("không thuộc biểu mẫu này");
                assertThat(office.enginePost(path + "/start", body).statusCode())
                        .as(key)
                        .isEqualTo(403);
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }
}
