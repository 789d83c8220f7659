package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final String START = ".start";
    private static final String JSON = "application/json";

    /** Over HTTP: where a form is handed in. */
    private static final List<String> OPEN_WAYS = List.of("task/{task}/complete", "task/{task}/submit-form");

    /** Whatever else of Camunda's web API takes variables along, for nobody but the engine itself. */
    private static final List<String> CLOSED_WAYS = List.of(
            "task/{task}/resolve",
            "task/{task}/bpmnError",
            "task/{task}/bpmnEscalation",
            "task/{task}/variables",
            "task/{task}/localVariables",
            "process-instance/{instance}/variables",
            "process-instance/{instance}/modification",
            "process-instance/{instance}/modification-async",
            "process-instance/variables-async",
            "execution/{execution}/localVariables",
            "execution/{execution}/signal",
            "execution/{execution}/messageSubscriptions/any/trigger",
            "process-definition/{definition}/start",
            "process-definition/key/{process}/start",
            "process-definition/key/{process}/submit-form",
            "modification/execute",
            "modification/executeAsync",
            "message",
            "signal");

    private static final List<String> WAYS_BY_KEY = List.of(
            "task/{task}/variables/",
            "task/{task}/localVariables/",
            "process-instance/{instance}/variables/",
            "execution/{execution}/localVariables/");

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
    private final AtomicInteger refused = new AtomicInteger();

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

    private static String foreign(List<String> keys) {
        return keys.stream()
                .map(key -> new TextNode(key) + ":{\"value\":100}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void overHttp(Map<String, Task> tasks, Map<String, JsonNode> all) {
        Visitor visitor = visitors.as(PERSON);
        tasks.forEach((form, task) -> {
            List<String> keys = foreignTo(all.get(form));
            for (String way : OPEN_WAYS) {
                keys.forEach(key -> {
                    var answer = visitor.enginePost(at(task, way), "{\"variables\":" + foreign(List.of(key)) + "}");
                    assertThat(answer.statusCode())
                            .as("%s %s %s", way, form, answer.body())
                            .isEqualTo(400);
                    assertThat(answer.body()).contains("không thuộc biểu mẫu này");
                    refused.incrementAndGet();
                });
            }
            // Closed by their path whatever is sent, so that all keys may come at once, wherever a key may stand.
            String everywhere = everywhere(task, foreign(keys));
            for (String way : CLOSED_WAYS) {
                assertThat(visitor.enginePost(at(task, way), everywhere).statusCode())
                        .as("%s %s", way, form)
                        .isEqualTo(403);
                refused.addAndGet(keys.size());
            }
            // Here the key is part of the path; some are no part of any.
            WAYS_BY_KEY.parallelStream().forEach(way -> {
                keys.forEach(key -> {
                    assertThat(visitor.send("PUT", path(at(task, way)) + segment(key), JSON, "{\"value\":100}")
                                    .statusCode())
                            .as("%s%s %s", way, key, form)
                            .isIn(400, 403);
                    refused.incrementAndGet();
                });
                for (String method : List.of("POST", "PATCH", "DELETE")) {
                    assertThat(visitor.send(method, path(at(task, way)) + "finalScore", JSON, "{\"value\":100}")
                                    .statusCode())
                            .as("%s %s", method, way)
                            .isEqualTo(403);
                }
            });
        });
        assertThat(refused.get())
                .as("forms × ways × keys")
                .isEqualTo(tasks.size() * (OPEN_WAYS.size() + CLOSED_WAYS.size() + WAYS_BY_KEY.size()) * KEYS_PER_FORM);
    }

    /** In every property of Camunda's web API that carries variables. */
    private static String everywhere(Task task, String keys) {
        String many = Stream.of(
                        "variables", "modifications", "processVariables", "processVariablesLocal", "localVariables")
                .map(property -> "\"" + property + "\":" + keys + ",")
                .collect(Collectors.joining());
        return "{" + many + "\"name\":\"any\",\"messageName\":\"any\",\"errorCode\":\"any\",\"escalationCode\":\"any\","
                + "\"processDefinitionId\":\"" + task.getProcessDefinitionId() + "\",\"processInstanceIds\":[\""
                + task.getProcessInstanceId() + "\"],\"instructions\":[{\"type\":\"startBeforeActivity\","
                + "\"activityId\":\"work\",\"variables\":" + keys + "}]}";
    }

    private static String at(Task task, String way) {
        return way.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{execution}", task.getExecutionId())
                .replace("{definition}", task.getProcessDefinitionId())
                .replace("{process}", task.getProcessDefinitionId().replaceAll(":.*", ""));
    }

    private String path(String inTheEngine) {
        return "/camunda/api/engine/engine/" + engine.getName() + "/" + inTheEngine;
    }

    private static String segment(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
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
                String body = "{\"variables\":" + foreign(List.of(key)) + "}";
                assertThat(office.enginePost(path + "/submit-form", body).body())
                        .as(key)
                        .contains("không thuộc biểu mẫu này");
                for (String way : List.of(
                        path + "/start",
                        "process-definition/key/" + process + "/start",
                        "process-definition/key/" + process + "/submit-form")) {
                    assertThat(office.enginePost(way, body).statusCode())
                            .as("%s %s", way, key)
                            .isEqualTo(403);
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }
}
