package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a model of the house is made up and named, and what it tells its readers. */
class ProcessModelTest {

    private static final Pattern TOLD = Pattern.compile("(?s)(?=.*(?:^|\\s)(?:để|vì|căn cứ|bảo đảm)\\s).{40,}"
            + "Thời hạn ghi ở việc này[^.]*\\. Tiếp theo: .{10,}\\.");
    private static final Pattern FIXED_DAYS = Pattern.compile("(?:[Tt]hời hạn|[Tt]rong) \\d+ ngày");

    private static final Pattern ID = Pattern.compile(
            "(startEvent|endEvent|event|userTask|serviceTask|businessRuleTask|callActivity|subProcess|gateway|flow)"
                    + "_[a-z][A-Za-z0-9]*");
    private static final int MOST_ACTIVITIES = 10;

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aFileHoldsOneProcessOfItsOwnName(File file) {
        Collection<Process> processes = Models.read(file).getModelElementsByType(Process.class);
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
    @MethodSource("nepsong.Models#all")
    void idsKeepTheLawOfNames(File file) {
        Models.read(file).getModelElementsByType(FlowElement.class).forEach(element -> assertThat(element.getId())
                .matches(ID));
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void everyNodeHasALabelAndSaysWhyItExists(File file) {
        Models.read(file).getModelElementsByType(FlowNode.class).forEach(node -> {
            boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
            if (!joins && !(node instanceof org.camunda.bpm.model.bpmn.instance.ParallelGateway)) {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
            assertThat(node.getDocumentations()).as(node.getId()).isNotEmpty();
        });
    }

    /** What Tasklist shows as a task's description. The days stand in the cycle's settings, so a text may not name them. */
    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aTaskTellsWhatAndWhyByWhenAndWhatComesNext(File file) {
        Models.read(file).getModelElementsByType(UserTask.class).forEach(task -> {
            String told =
                    task.getDocumentations().iterator().next().getTextContent().strip();
            assertThat(told).as(task.getId()).matches(TOLD);
            assertThat(told).as(task.getId()).doesNotContainPattern(FIXED_DAYS);
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aDivergingGatewayAsksAndItsFlowsAnswer(File file) {
        BpmnModelInstance model = Models.read(file);
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
    @MethodSource("nepsong.Models#all")
    void endEventsAreDistinctStates(File file) {
        List<String> names = Models.read(file).getModelElementsByType(EndEvent.class).stream()
                .map(FlowElement::getName)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void aLevelHasAtMostTenActivities(File file) {
        Map<ModelElementInstance, Long> levels = Models.read(file).getModelElementsByType(Activity.class).stream()
                .collect(Collectors.groupingBy(ModelElementInstance::getParentElement, Collectors.counting()));
        levels.forEach((level, count) -> assertThat(count).isLessThanOrEqualTo(MOST_ACTIVITIES));
    }
}
