package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.Groups;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a model of the house is drawn and named. */
class ProcessModelTest {

    private static final Pattern TOLD = Pattern.compile("(?s)(?=.*(?:^|\\s)(?:để|vì|căn cứ|bảo đảm)\\s).{40,}"
            + "Thời hạn ghi ở việc này[^.]*\\. Tiếp theo: .{10,}\\.");
    private static final Pattern FIXED_DAYS = Pattern.compile("(?:[Tt]hời hạn|[Tt]rong) \\d+ ngày");

    private static final Pattern ID = Pattern.compile(
            "(startEvent|endEvent|event|userTask|serviceTask|businessRuleTask|callActivity|subProcess|gateway|flow)"
                    + "_[a-z][A-Za-z0-9]*");
    private static final Pattern CALL = Pattern.compile("#\\{([A-Za-z]+)\\.([A-Za-z]+)\\(");
    private static final Pattern MESSAGE = Pattern.compile("[a-z-]+\\.[a-z-]+");
    private static final int MOST_ACTIVITIES = 10;
    private static final Map<File, BpmnModelInstance> MODELS = new HashMap<>();

    static Stream<File> models() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        assertThat(files).isNotEmpty();
        return Stream.of(files).sorted();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileHoldsOneProcessOfItsOwnName(File file) {
        Collection<Process> processes = read(file).getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        Process process = processes.iterator().next();
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getName());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
        boolean startable = Set.of("inspection-cycle", "commendation").contains(process.getId());
        assertThat(process.isCamundaStartableInTasklist()).isEqualTo(startable);
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsKeepTheLawOfNames(File file) {
        read(file).getModelElementsByType(FlowElement.class).forEach(element -> assertThat(element.getId())
                .matches(ID));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeHasALabelAndSaysWhyItExists(File file) {
        read(file).getModelElementsByType(FlowNode.class).forEach(node -> {
            boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
            if (!joins && !(node instanceof org.camunda.bpm.model.bpmn.instance.ParallelGateway)) {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
            assertThat(node.getDocumentations()).as(node.getId()).isNotEmpty();
        });
    }

    /** What Tasklist shows as a task's description. The days stand in the cycle's settings, so a text may not name them. */
    @ParameterizedTest
    @MethodSource("models")
    void aTaskTellsWhatAndWhyByWhenAndWhatComesNext(File file) {
        read(file).getModelElementsByType(UserTask.class).forEach(task -> {
            String told =
                    task.getDocumentations().iterator().next().getTextContent().strip();
            assertThat(told).as(task.getId()).matches(TOLD);
            assertThat(told).as(task.getId()).doesNotContainPattern(FIXED_DAYS);
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDivergingGatewayAsksAndItsFlowsAnswer(File file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(InclusiveGateway.class)).isEmpty();
        model.getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    gateway.getOutgoing()
                            .forEach(flow ->
                                    assertThat(flow.getName()).as(flow.getId()).isNotBlank());
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void endEventsAreDistinctStates(File file) {
        List<String> names = read(file).getModelElementsByType(EndEvent.class).stream()
                .map(FlowElement::getName)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLevelHasAtMostTenActivities(File file) {
        Map<ModelElementInstance, Long> levels = read(file).getModelElementsByType(Activity.class).stream()
                .collect(Collectors.groupingBy(ModelElementInstance::getParentElement, Collectors.counting()));
        levels.forEach((level, count) -> assertThat(count).isLessThanOrEqualTo(MOST_ACTIVITIES));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskHasItsFormItsPeopleAndItsDueDate(File file) {
        BpmnModelInstance model = read(file);
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
                    assertThat(groups()).contains(one.replaceAll("\\$\\{.*}", ""));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskCallsTheMethodOfItsOwnName(File file) {
        read(file).getModelElementsByType(ServiceTask.class).forEach(task -> {
            String expression = task.getCamundaExpression();
            Matcher call = CALL.matcher(String.valueOf(expression));
            assertThat(call.find()).as(task.getId() + ": " + expression).isTrue();
            assertThat("serviceTask_" + call.group(2)).isEqualTo(task.getId());
            assertThat(task.getCamundaClass()).isNull();
            assertThat(methods(call.group(1))).contains(call.group(2));
        });
        assertThat(read(file).getModelElementsByType(ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCalledBeanExists(File file) throws java.io.IOException {
        Matcher call = Pattern.compile("[#$]\\{([a-z][A-Za-z]+)\\.([A-Za-z]+)\\(")
                .matcher(java.nio.file.Files.readString(file.toPath()));
        while (call.find()) {
            assertThat(methods(call.group(1))).as(call.group()).contains(call.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsCalledIsThere(File file) {
        BpmnModelInstance model = read(file);
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
    @MethodSource("models")
    void multiInstancesStartAndJoinByJobsAndAsynchronousStepsSayHowTheyAreRetried(File file)
            throws java.io.IOException {
        BpmnModelInstance model = read(file);
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).forEach(loop -> {
            assertThat(loop.isCamundaAsyncBefore()).isTrue();
            assertThat(loop.isCamundaAsyncAfter()).isTrue();
        });
        String xml = java.nio.file.Files.readString(file.toPath());
        int asynchronous = model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                        .size()
                + (int) model.getModelElementsByType(Activity.class).stream()
                        .filter(Activity::isCamundaAsyncBefore)
                        .count();
        assertThat(xml.split("failedJobRetryTimeCycle>", -1).length / 2).isGreaterThanOrEqualTo(asynchronous);
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunAtRightAnglesAndTheDrawingIsComplete(File file) {
        BpmnModelInstance model = read(file);
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        assertThat(edges).hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class));
        for (BpmnEdge edge : edges) {
            List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint a = points.get(i - 1);
                Waypoint b = points.get(i);
                boolean straight = Math.abs(a.getX() - b.getX()) < 1.5 || Math.abs(a.getY() - b.getY()) < 1.5;
                assertThat(straight).as("diagonal " + edge.getId()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotCross(File file) {
        List<BpmnEdge> edges = new ArrayList<>(read(file).getModelElementsByType(BpmnEdge.class));
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                assertThat(cross(edges.get(i), edges.get(j)))
                        .as(edges.get(i).getId() + " crosses " + edges.get(j).getId())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyCatchingStartsAreLeftWithoutALabel(File file) {
        read(file).getModelElementsByType(StartEvent.class).forEach(start -> assertThat(start.getName())
                .isNotBlank());
        read(file).getModelElementsByType(SubProcess.class).forEach(part -> assertThat(part.getName())
                .isNotBlank());
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        List<Waypoint> a = new ArrayList<>(one.getWaypoints());
        List<Waypoint> b = new ArrayList<>(other.getWaypoints());
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                if (cross(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a level and an upright segment meet inside both; flows may share a line and end at one point. */
    private static boolean cross(Waypoint a1, Waypoint a2, Waypoint b1, Waypoint b2) {
        boolean aLevel = Math.abs(a1.getY() - a2.getY()) < 1.5;
        boolean bLevel = Math.abs(b1.getY() - b2.getY()) < 1.5;
        if (aLevel == bLevel) {
            return false;
        }
        Waypoint level1 = aLevel ? a1 : b1;
        Waypoint level2 = aLevel ? a2 : b2;
        Waypoint upright1 = aLevel ? b1 : a1;
        Waypoint upright2 = aLevel ? b2 : a2;
        return inside(upright1.getX(), level1.getX(), level2.getX())
                && inside(level1.getY(), upright1.getY(), upright2.getY());
    }

    private static boolean inside(double value, double end1, double end2) {
        return value > Math.min(end1, end2) + 2 && value < Math.max(end1, end2) - 2;
    }

    private static BpmnModelInstance read(File file) {
        return MODELS.computeIfAbsent(file, Bpmn::readModelFromFile);
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
