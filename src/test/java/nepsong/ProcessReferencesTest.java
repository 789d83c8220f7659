package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model of the house refers to is there: forms, groups, methods, other models; and jobs say how they are retried. */
class ProcessReferencesTest {

    private static final Pattern CALL = Pattern.compile("#\\{([A-Za-z]+)\\.([A-Za-z]+)\\(");
    private static final Pattern MESSAGE = Pattern.compile("[a-z-]+\\.[a-z-]+");

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aUserTaskHasItsFormItsPeopleAndItsDueDate(File file) {
        BpmnModelInstance model = Models.read(file);
        String process = file.getName().replace(".bpmn", "");
        model.getModelElementsByType(UserTask.class).forEach(task -> {
            assertThat(task.getCamundaFormRef()).startsWith(process + ".");
            assertThat(new File("forms/" + task.getCamundaFormRef() + ".form")).exists();
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(task.getCamundaDueDate()).isEqualTo("#{deadlines.dueDate(execution)}");
            String group = task.getCamundaCandidateGroups();
            if (group == null) {
                assertThat(task.getCamundaAssignee()).as(task.getId()).isNotBlank();
            } else {
                for (String one : group.split(",")) {
                    assertThat(groups()).containsAll(Models.groups(one));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aServiceTaskCallsTheMethodOfItsOwnName(File file) {
        Models.read(file).getModelElementsByType(ServiceTask.class).forEach(task -> {
            String expression = task.getCamundaExpression();
            Matcher call = CALL.matcher(String.valueOf(expression));
            assertThat(call.find()).as(task.getId() + ": " + expression).isTrue();
            assertThat("serviceTask_" + call.group(2)).isEqualTo(task.getId());
            assertThat(task.getCamundaClass()).isNull();
            assertThat(methods(call.group(1))).contains(call.group(2));
        });
        assertThat(Models.read(file).getModelElementsByType(ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void everyCalledBeanExists(File file) throws IOException {
        Matcher call =
                Pattern.compile("[#$]\\{([a-z][A-Za-z]+)\\.([A-Za-z]+)\\(").matcher(Files.readString(file.toPath()));
        while (call.find()) {
            assertThat(methods(call.group(1))).as(call.group()).contains(call.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void whatIsCalledIsThere(File file) {
        BpmnModelInstance model = Models.read(file);
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> assertThat(new File("processes/" + call.getCalledElement() + ".bpmn"))
                        .exists());
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(rule -> assertThat(new File("processes/" + rule.getCamundaDecisionRef() + ".dmn"))
                        .exists());
        model.getModelElementsByType(Message.class)
                .forEach(message -> assertThat(message.getName()).matches(MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void multiInstancesStartAndJoinByJobsAndAsynchronousStepsSayHowTheyAreRetried(File file) throws IOException {
        BpmnModelInstance model = Models.read(file);
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).forEach(loop -> {
            assertThat(loop.isCamundaAsyncBefore()).isTrue();
            assertThat(loop.isCamundaAsyncAfter()).isTrue();
        });
        String xml = Files.readString(file.toPath());
        int asynchronous = model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                        .size()
                + (int) model.getModelElementsByType(Activity.class).stream()
                        .filter(Activity::isCamundaAsyncBefore)
                        .count();
        assertThat(xml.split("failedJobRetryTimeCycle>", -1).length / 2).isGreaterThanOrEqualTo(asynchronous);
    }

    private static Set<String> groups() {
        Set<String> groups = new HashSet<>(Set.of("coordinatorAt", "headAt", "inspectorAt"));
        groups.add(Groups.ADMINISTRATORS);
        groups.addAll(Groups.CITYWIDE);
        return groups;
    }

    /** Names of the methods of the adapter that the engine knows under this bean name. */
    private static Set<String> methods(String bean) {
        Class<?> adapter = Adapters.byBeanName().get(bean);
        assertThat(adapter).as("bean " + bean).isNotNull();
        assertThat(Modifier.isPublic(adapter.getModifiers()))
                .as("the engine reaches only a public class: " + adapter.getName())
                .isTrue();
        return Arrays.stream(adapter.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }
}
