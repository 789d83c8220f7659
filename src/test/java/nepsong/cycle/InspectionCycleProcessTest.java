package nepsong.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parent process, with stand-ins for the stages that it calls. */
@ProcessTest
class InspectionCycleProcessTest {

    private static final String NAME = "Kiểm tra hai Quy tắc ứng xử";
    /** Each test takes a year of its own. */
    private static final AtomicInteger YEARS = new AtomicInteger(2040);

    private final Desk desk;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final DemonstrationPeople people;
    private final Cycles cycles;
    private final WithdrawCycle withdraw;
    private final JdbcClient jdbc;

    private String deployment = "";
    private String cycle = "";
    private int year;

    @Autowired
    InspectionCycleProcessTest(
            Desk desk,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            HistoryService history,
            DemonstrationPeople people,
            Cycles cycles,
            WithdrawCycle withdraw,
            JdbcClient jdbc) {
        this.desk = desk;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.people = people;
        this.cycles = cycles;
        this.withdraw = withdraw;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aCycleIsStarted() {
        people.seed(Demonstration.units());
        deployment = repository
                .createDeployment()
                .addClasspathResource("processes/inspection-cycle.bpmn")
                .addClasspathResource("forms/inspection-cycle.start.form")
                .addModelInstance("directive.bpmn", waiting("directive"))
                .addModelInstance("bloc-inspection.bpmn", waiting("bloc-inspection"))
                .addModelInstance("evaluation.bpmn", waiting("evaluation"))
                .addModelInstance("commendation.bpmn", waiting("commendation"))
                .addModelInstance("correction.bpmn", waiting("correction"))
                .addModelInstance("follow-up.bpmn", waiting("follow-up"))
                .deploy()
                .getId();
        year = YEARS.getAndIncrement();
        cycle = start(NAME);
    }

    @AfterEach
    void theStandInsGo() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aCycleThatWasNotIssuedCallsNobodyIn() {
        end("directive", Map.of("issued", false));
        assertThat(cameTo("endEvent_notIssued")).isTrue();
        assertThat(cycles.get(cycle).isOver()).isTrue();
        assertThat(instances("bloc-inspection")).isZero();
    }

    @Test
    void eachBlocIsInspectedByItselfAndThenAllAreEvaluated() {
        configure();
        end("directive", Map.of("issued", true));
        assertThat(instances("bloc-inspection"))
                .as("whoever configures does not wait")
                .isZero();
        desk.runJobs();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle + "/khoi-2")
                        .singleResult())
                .satisfies(bloc -> assertThat(runtime.getVariables(bloc.getId()))
                        .containsEntry("bloc", "khoi-2")
                        .containsEntry("blocName", "Khối 2 – Quận")
                        .containsEntry("cycle", cycle));
        assertThat(instances("bloc-inspection")).isEqualTo(2);

        end("bloc-inspection", Map.of());
        desk.runJobs();
        assertThat(instances("evaluation")).isEqualTo(1);
        end("evaluation", Map.of());
        Task select = desk.task(cycle, "selectNominees");
        assertThat(tasks.getIdentityLinksForTask(select.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("standingOffice");

        runtime.createProcessInstanceModification(select.getProcessInstanceId())
                .cancelAllForActivity("userTask_selectNominees")
                .startBeforeActivity("serviceTask_finishCycle")
                .execute();
        desk.runJobs();
        assertThat(cameTo("endEvent_concluded")).isTrue();
        assertThat(cycles.get(cycle).finishedAt()).isNotNull();
    }

    @Test
    void aWithdrawnCycleLeavesNothingOpenAndThoseConcernedAreTold() {
        configure();
        end("directive", Map.of("issued", true));
        desk.runJobs();
        runtime.startProcessInstanceByKey("correction", cycle + "/q-ba-dinh", Map.of("cycle", cycle));
        runtime.startProcessInstanceByKey("follow-up", cycle + "/q-ba-dinh", Map.of("cycle", cycle));
        runtime.startProcessInstanceByKey("commendation", "khac", Map.of("cycle", "another"));
        runtime.startProcessInstanceByKey("commendation", "khen-thuong/1", Map.of("cycle", cycle));
        jdbc.sql("update act_hi_procinst set start_user_id_ = 'hsocsonInspector' where business_key_ = 'khen-thuong/1'")
                .update();

        assertThat(withdraw.withdraw(cycle, "Thành phố dừng kiểm tra để phòng chống bão lụt", "director"))
                .isEmpty();

        assertThat(cameTo("endEvent_withdrawn")).isTrue();
        assertThat(cycles.get(cycle).withdrawnAt()).isNotNull();
        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals("cycle", cycle)
                        .count())
                .isZero();
        assertThat(instances("commendation")).as("another cycle's").isEqualTo(1);
        assertThat(told())
                .contains("office", "sodulichCoordinator", "qbadinhCoordinator", "secretary", "hsocsonInspector")
                .doesNotContain("hthanhtriCoordinator");
        assertThat(withdraw.withdraw(cycle, "Thành phố dừng kiểm tra để phòng chống bão lụt", "cityLeader"))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("đã dừng");
    }

    @Test
    void aCycleIsNotWithdrawnWithoutAReason() {
        assertThat(withdraw.withdraw(cycle, "Vì bão", "director"))
                .extracting(Refusal::field)
                .containsExactly("reason");
        assertThat(cycles.get(cycle).isOver()).isFalse();
        assertThat(instances("directive")).isEqualTo(1);
    }

    @Test
    void aSecondCycleOfAYearIsNumberedAndNeedsANameOfItsOwn() {
        assertThat(cycle).isEqualTo(String.valueOf(year));
        assertThatThrownBy(() -> start(NAME)).hasMessageContaining("cùng tên");
        assertThat(start(NAME + " đợt 2")).isEqualTo(year + "-2");
        assertThat(cycles.get(year + "-2").year()).isEqualTo(year);
    }

    private String start(String name) {
        return forms.submitStartForm(parent(), Map.of("year", year, "name", name))
                .getBusinessKey();
    }

    private String parent() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey("inspection-cycle")
                .singleResult()
                .getId();
    }

    private void configure() {
        cycles.configure(new Cycles.Configuration(
                cycle,
                1,
                20,
                List.of(
                        new Bloc("khoi-1", "Khối 1 – Sở, ngành", List.of("so-du-lich", "so-y-te")),
                        new Bloc("khoi-2", "Khối 2 – Quận", List.of("q-ba-dinh", "q-tay-ho"))),
                Map.of()));
    }

    /** Lets the stand-ins of this process come to their end. */
    private void end(String process, Map<String, Object> result) {
        tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processVariableValueEquals("cycle", cycle)
                .list()
                .forEach(task -> {
                    runtime.setVariables(task.getProcessInstanceId(), result);
                    tasks.complete(task.getId());
                });
    }

    private long instances(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .deploymentId(deployment)
                .count();
    }

    private boolean cameTo(String endEvent) {
        HistoricProcessInstance parent = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("inspection-cycle")
                .processInstanceBusinessKey(cycle)
                .singleResult();
        return parent.getEndTime() != null
                && history.createHistoricActivityInstanceQuery()
                                .processInstanceId(parent.getId())
                                .activityId(endEvent)
                                .count()
                        == 1;
    }

    private List<String> told() {
        return jdbc.sql("select recipient_person from outbox where template = 'cycle.withdrawn' and mail_key like ?")
                .param("cycle.withdrawn/" + cycle + "/%")
                .query(String.class)
                .list();
    }

    private static BpmnModelInstance waiting(String process) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("userTask_standIn")
                .name("Chờ")
                .camundaCandidateGroups("secretaries")
                .endEvent()
                .done();
    }
}
