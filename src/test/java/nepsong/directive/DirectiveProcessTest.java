package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.catalogue.CriteriaSet;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.MailNotes;
import nepsong.cycle.StartCycle;
import nepsong.directive.WorkingGroup.Charge;
import nepsong.engine.DemonstrationPeople;
import nepsong.evaluation.CycleGradeTables;
import nepsong.evaluation.Grade;
import nepsong.organisation.Demonstration;
import nepsong.organisation.Groups;
import nepsong.organisation.LoadUnits;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the draft of a plan to a configured cycle. */
@ProcessTest
class DirectiveProcessTest {

    /** Each test takes a year of its own, in which there are the demonstration's units. */
    private static final AtomicInteger YEARS = new AtomicInteger(2025);

    private static final List<String> DEMONSTRATION =
            List.copyOf(Demonstration.units().keySet());

    private final Desk desk;
    private final MovableClock clock;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final DemonstrationPeople people;
    private final StartCycle start;
    private final Cycles cycles;
    private final MailNotes notes;
    private final Plans plans;
    private final Directives directives;
    private final Teams teams;
    private final Units units;
    private final LoadUnits load;
    private final PeopleChanges changes;
    private final RepositoryService repository;
    private final CycleGradeTables tables;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    private String cycle = "";
    private String instance = "";

    @Autowired
    DirectiveProcessTest(
            Desk desk,
            MovableClock clock,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            DemonstrationPeople people,
            StartCycle start,
            Cycles cycles,
            MailNotes notes,
            Plans plans,
            Directives directives,
            Teams teams,
            Units units,
            LoadUnits load,
            PeopleChanges changes,
            RepositoryService repository,
            CycleGradeTables tables,
            WorkingCalendar calendar,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.people = people;
        this.start = start;
        this.cycles = cycles;
        this.notes = notes;
        this.plans = plans;
        this.directives = directives;
        this.teams = teams;
        this.units = units;
        this.load = load;
        this.changes = changes;
        this.repository = repository;
        this.tables = tables;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aCycleIsOpened() {
        people.seed(Demonstration.units());
        cycle = start.start(YEARS.getAndDecrement(), "Kiểm tra hai Quy tắc ứng xử", "office")
                .cycle();
        instance = runtime.startProcessInstanceByKey(
                        "directive", cycle, Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"))
                .getId();
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void aSignedPlanIsIssuedTheTeamSetUpAndTheCycleConfigured() {
        Task draft = desk.task(cycle, "draftPlan");
        assertThat(offeredTo(draft)).containsExactly("standingOffice");
        assertThat(draft.getDueDate()).isNotNull();
        desk.complete(draft, Map.of("units", DEMONSTRATION));
        Plan plan = plans.get(cycle);
        assertThat(plan.units()).isEqualTo(DEMONSTRATION);
        assertThat(plan.legalBases()).extracting(LegalBasis::number).containsExactly("522/QĐ-UBND", "1665/QĐ-UBND");

        giveOpinions();
        Task decide = desk.task(cycle, "decide");
        assertThat(offeredTo(decide)).containsExactly("departmentLeaders");
        assertThat(desk.rows(decide, "opinions"))
                .extracting(row -> row.get("agency"), row -> row.get("decision"))
                .contains(tuple("Ủy ban Mặt trận Tổ quốc", "Thống nhất"), tuple("Sở Nội vụ", "Có ý kiến khác"));
        desk.complete(decide, Map.of("decision", "approve"));

        issue();
        assertThat(directives.find(cycle)).get().extracting(Directive::number).isEqualTo("98/KH-UBND");
        assertThat(told("directive.issued"))
                .containsAll(DEMONSTRATION.stream()
                        .map(unit -> Unit.keyOf(unit) + "Coordinator")
                        .toList());
        assertThat(jdbc.sql("select facts from outbox where mail_key like ?")
                        .param("directive.issued/" + cycle + "/%")
                        .query(String.class)
                        .list())
                .as("of each unit, with the time to acknowledge and where")
                .hasSizeGreaterThanOrEqualTo(DEMONSTRATION.size())
                .allSatisfy(facts -> assertThat(facts)
                        .contains("3 ngày làm việc kể từ khi", "\"link\":\"/camunda/app/tasklist/default/\""));
        assertThat(jdbc.sql("select mail_key from outbox where mail_key like ?")
                        .param("directive.issued/" + cycle + "/" + DEMONSTRATION.get(0) + "/%")
                        .query(String.class)
                        .list())
                .isNotEmpty();

        setUpTeam();
        assertThat(teams.find(cycle)).get().satisfies(team -> {
            assertThat(team.head()).isEqualTo("headOfTeam");
            assertThat(team.secretaries()).containsExactly("secretary");
            assertThat(team.members())
                    .contains(new TeamMember("member2", "Sở Nội vụ", "Kiểm tra các quận"))
                    .contains(new TeamMember("member1", "Ủy ban Mặt trận Tổ quốc"))
                    .hasSize(5);
            assertThat(team.observers()).containsExactly("manager");
            assertThat(team.groups())
                    .containsExactly(new WorkingGroup(
                            "Tổ 1",
                            "secretary",
                            List.of("member2", "member1"),
                            List.of(
                                    new Charge("khoi-1", "Khối 1 – Sở, ngành"),
                                    new Charge("khoi-2", "Khối 2 – Quận"),
                                    new Charge("khoi-3", "Khối 3 – Thị xã, huyện")),
                            "Tuyên truyền"));
        });
        assertThat(teams.members(cycle)).as("an observer is asked for nothing").doesNotContain("manager");

        desk.complete(desk.task(cycle, "configureCycle"), Map.of("mailNote", "Tổng đài 1022"));
        assertThat(notes.of(cycle)).isEqualTo("Tổng đài 1022");
        assertThat(cycles.blocs(cycle))
                .extracting(Bloc::code, Bloc::name, bloc -> bloc.units().size())
                .containsExactly(
                        tuple("khoi-1", "Khối 1 – Sở, ngành", 6),
                        tuple("khoi-2", "Khối 2 – Quận", 8),
                        tuple("khoi-3", "Khối 3 – Thị xã, huyện", 8));
        assertThat(cycles.get(cycle).excellentQuotaPercent()).isEqualTo(20);
        assertThat(cycles.weights(cycle, "district")).containsOnlyKeys(CriteriaSet.WORKPLACE);
        assertThat(ended("endEvent_issued")).isTrue();
        assertThat(issuedVariable()).isEqualTo(true);
    }

    @Test
    void aCycleWhoseModelHasNoStepForItTellsTheUnitsWithTheNumber() throws IOException {
        DeploymentWithDefinitions older = deployedWithoutTelling();
        try {
            runtime.deleteProcessInstance(instance, "by the older model instead");
            runtime.startProcessInstanceById(
                    older.getDeployedProcessDefinitions().get(0).getId(),
                    cycle,
                    Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"));
            desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
            giveOpinions();
            desk.complete(desk.task(cycle, "decide"), Map.of("decision", "approve"));
            desk.complete(desk.task(cycle, "enterIssue"), issuedOn(today()));
            assertThat(desk.tasks(cycle, "setUpTeam")).hasSize(1);
            assertThat(told("directive.issued")).contains("qbadinhCoordinator");
        } finally {
            repository.deleteDeployment(older.getId(), true);
        }
    }

    private DeploymentWithDefinitions deployedWithoutTelling() throws IOException {
        String model = Files.readString(Path.of("processes/directive.bpmn"))
                .replaceFirst("(?s)<bpmn:serviceTask id=\"serviceTask_tellUnits\".*?</bpmn:serviceTask>", "")
                .replaceFirst("<bpmn:sequenceFlow id=\"flow_tellUnitsToSetUpTeam\".*?/>", "")
                .replace("targetRef=\"serviceTask_tellUnits\"", "targetRef=\"userTask_setUpTeam\"")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        DeploymentBuilder older = repository.createDeployment().addString("directive.bpmn", model);
        for (String task :
                List.of("draft-plan", "give-opinion", "decide", "enter-issue", "set-up-team", "configure-cycle")) {
            older.addClasspathResource("forms/directive." + task + ".form");
        }
        return older.deployWithResult();
    }

    @Test
    void aReturnedPlanComesBackWithTheReasonAndIsConsultedOnAgain() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        giveOpinions();
        String reason = "Bổ sung chuyên đề chợ và trung tâm thương mại";
        Task decide = desk.task(cycle, "decide");
        assertThatThrownBy(() -> desk.complete(decide, Map.of("decision", "return")))
                .hasMessageContaining("Lý do");
        desk.complete(decide, Map.of("decision", "return", "reason", reason));

        Task again = desk.task(cycle, "draftPlan");
        assertThat(desk.form(again)).containsEntry("returnReason", reason);
        assertThat(told("directive.returned")).contains("office");
        assertThat(jdbc.sql("select facts from outbox where template = 'directive.returned' and mail_key like ?")
                        .param("%/" + cycle + "/%")
                        .query(String.class)
                        .list())
                .as("why stands where the link leads")
                .allSatisfy(facts -> assertThat(facts).contains("\"link\":\"/").doesNotContain(reason));
        desk.complete(again, Map.of("themes", List.of("CD-CH")));
        desk.runJobs();
        assertThat(plans.get(cycle).round()).isEqualTo(2);
        assertThat(plans.get(cycle).themes()).containsExactly("CD-CH");
        assertThat(desk.tasks(cycle, "giveOpinion")).hasSize(3);
    }

    @Test
    void aPlanMayTakeInAllUnitsAndIsProposedForWorkingDays() {
        while (today().getDayOfWeek() != DayOfWeek.SATURDAY) {
            clock.forward(Duration.ofDays(1));
        }
        Task draft = desk.task(cycle, "draftPlan");
        assertThat(desk.rows(draft, "milestones"))
                .flatExtracting(row -> row.get("from"), row -> row.get("to"))
                .hasSize(12)
                .allMatch(day -> calendar.isWorkingDay(LocalDate.parse(day.toString())));
        desk.complete(draft, Map.of("allUnits", true, "units", List.of()));
        assertThat(plans.get(cycle).units())
                .isEqualTo(units.validOn(cycles.get(cycle).firstDay()).stream()
                        .map(Unit::code)
                        .toList())
                .hasSizeGreaterThan(DEMONSTRATION.size());
    }

    @Test
    void aRefusedPlanEndsTheDirectiveWithoutIssue() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        giveOpinions();
        desk.complete(
                desk.task(cycle, "decide"),
                Map.of("decision", "refuse", "reason", "Năm nay Thành phố không tổ chức kiểm tra"));
        assertThat(ended("endEvent_refused")).isTrue();
        assertThat(issuedVariable()).isEqualTo(false);
        assertThat(directives.find(cycle)).isEmpty();
    }

    @Test
    void whoDraftedThePlanIsToldAboveTheFormAndCannotTakeItsDecisionOn() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        giveOpinions();
        jdbc.sql("update plans set drafted_by = 'director' where cycle = ?")
                .param(cycle)
                .update();
        Task decide = desk.task(cycle, "decide");
        for (Map<String, Object> decision : List.<Map<String, Object>>of(
                Map.of("decision", "approve"),
                Map.of("decision", "return", "reason", "Bổ sung chuyên đề chợ và trung tâm thương mại"))) {
            desk.keepsOut("director", Groups.DEPARTMENT_LEADERS, decide, decision, "Người soạn kế hoạch không tự ký");
        }
        assertThat(desk.form(decide)).containsEntry("objection", "");
    }

    @Test
    void opinionsAreAskedOfTheFrontOfHomeAffairsAndOfOneMore() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        desk.runJobs();
        assertThat(desk.tasks(cycle, "giveOpinion"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("member1", "member2", "member3");
    }

    @Test
    void aDocumentIsNeitherOfTomorrowNorOlderThanItsDraft() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        giveOpinions();
        desk.complete(desk.task(cycle, "decide"), Map.of("decision", "approve"));
        Task enter = desk.task(cycle, "enterIssue");
        assertThatThrownBy(() -> desk.complete(enter, issuedOn(today().plusDays(1))))
                .hasMessageContaining("không được sau hôm nay");
        assertThatThrownBy(() -> desk.complete(enter, issuedOn(today().minusDays(2))))
                .hasMessageContaining("trước ngày soạn dự thảo");
    }

    @Test
    void aBlocOfTwoIsRefusedBeforeTheCycleStarts() {
        toConfiguration();
        Task configure = desk.task(cycle, "configureCycle");
        List<Map<String, Object>> rows = desk.rows(configure, "units");
        rows.get(0).put("bloc", "khoi-4");
        rows.get(1).put("bloc", "khoi-4");
        assertThatThrownBy(() -> desk.complete(configure, Map.of("units", rows)))
                .hasMessageContaining("Khối 4")
                .hasMessageContaining("chỉ có 2 đơn vị");
        assertThat(cycles.blocs(cycle)).isEmpty();

        assertThat(desk.form(configure).get("unitKinds"))
                .as("of a bloc that mixes them the form warns, and no more")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasSize(22)
                .containsEntry("q-ba-dinh", "Quận")
                .containsEntry("so-y-te", "Sở, ngành");
        rows.forEach(row -> row.put("bloc", "khoi-1"));
        Map<String, Object> oneBloc = new HashMap<>(Map.of("units", rows, "quotaOn", false));
        desk.complete(configure, oneBloc);
        assertThat(cycles.blocs(cycle)).singleElement().satisfies(bloc -> assertThat(bloc.units())
                .hasSize(22));
        assertThat(cycles.get(cycle).excellentQuotaPercent()).isNull();
    }

    @Test
    void theCycleKeepsTheWeightsAndTheTablesThatItIsConfiguredWith() throws IOException {
        toConfiguration();
        String stricter = Files.readString(Path.of("processes/performance-grade.dmn"))
                .replace("&gt;= 90", "&gt;= 95")
                .replace("[80..90)", "[80..95)");
        String deployment = repository
                .createDeployment()
                .addString("performance-grade.dmn", stricter)
                .deploy()
                .getId();
        try {
            clock.forward(Duration.ofSeconds(11));
            Task configure = desk.task(cycle, "configureCycle");
            int newest = Integer.parseInt(desk.form(configure).get("gradeTable").toString());
            List<Map<String, Object>> weights = desk.rows(configure, "weights");
            assertThat(weights)
                    .extracting(row -> row.get("kindName"), row -> row.get("workplace"), row -> row.get("publicPlace"))
                    .containsExactly(
                            tuple("Sở, ngành", 100, 0),
                            tuple("Quận", 100, 0),
                            tuple("Thị xã", 100, 0),
                            tuple("Huyện", 100, 0));
            weights.get(1).put("workplace", 60);
            assertThatThrownBy(() -> desk.complete(configure, Map.of("weights", weights)))
                    .hasMessageContaining("Quận")
                    .hasMessageContaining("cộng lại là 60%, phải đúng 100%");
            assertThat(cycles.blocs(cycle)).isEmpty();

            weights.get(1).put("publicPlace", 40);
            desk.complete(configure, Map.of("weights", weights, "gradeTable", String.valueOf(newest - 1)));
            assertThat(cycles.weights(cycle, "district"))
                    .hasEntrySatisfying(CriteriaSet.PUBLIC_PLACE, weight -> assertThat(weight)
                            .isEqualByComparingTo("0.4"));
            assertThat(cycles.weights(cycle, "town")).containsOnlyKeys(CriteriaSet.WORKPLACE);
            assertThat(cycles.tableVersion(cycle, "performance-grade")).hasValue(newest - 1);
            assertThat(cycles.tableVersion(cycle, "finding-deadline")).isPresent();
            assertThat(jdbc.sql("select amount from cycle_parameters where cycle = ? and code = 'late.per-day'")
                            .param(cycle)
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo("0.5");
            BigDecimal score = BigDecimal.valueOf(92);
            assertThat(tables.of(cycle).byScore(score))
                    .as("as it was configured")
                    .isEqualTo(Grade.EXCELLENT);
            assertThat(tables.of("another").byScore(score)).as("deployed since").isEqualTo(Grade.GOOD);
        } finally {
            repository.deleteDeployment(deployment);
            clock.forward(Duration.ofSeconds(11));
            assertThat(tables.of("another").byScore(BigDecimal.valueOf(92))).isEqualTo(Grade.EXCELLENT);
        }
    }

    @Test
    void aBlocThatTheLastTwoCyclesLeaveNoPairingForIsRefusedByNameUnlessItIsMeantToBe() {
        List<String> three = DEMONSTRATION.subList(0, 3);
        pairedBefore(three.get(0), three.get(1), three.get(2));
        pairedBefore(three.get(2), three.get(1), three.get(0));
        cycle = start.start(2098, "Kiểm tra hai Quy tắc ứng xử", "office").cycle();
        runtime.startProcessInstanceByKey(
                "directive", cycle, Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"));
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", three));
        signAndSetUp();
        Task configure = desk.task(cycle, "configureCycle");
        assertThatThrownBy(() -> desk.complete(configure, Map.of()))
                .hasMessageContaining("Không thể xếp cặp kiểm tra chéo")
                .hasMessageContaining("Sở Du lịch")
                .hasMessageContaining("Sở Y tế");
        assertThat(cycles.blocs(cycle)).isEmpty();

        desk.complete(configure, Map.of("relaxationAccepted", true));
        assertThat(cycles.blocs(cycle)).singleElement().satisfies(bloc -> assertThat(bloc.units())
                .isEqualTo(three));
        jdbc.sql("update cycles set withdrawn_at = started_at where name = 'Kỳ đã qua'")
                .update();
    }

    /** A cycle that is over, in which each of the units inspected the next one. */
    private void pairedBefore(String... circle) {
        String code = "truoc-" + System.nanoTime() % 1_000_000;
        cycles.add(
                new Cycle(code, 2022, "Kỳ đã qua", null, null, Instant.now((Clock) clock), "office", null, null, null));
        jdbc.sql(
                        """
                        insert into pairings (cycle, bloc, round, seed, cost, warnings, infeasible, previous_relaxed,
                            conflicts_relaxed, drawn_at, approved_at, approved_by)
                        values (?, 'khoi-1', 1, 1, 0, '', '', false, false, current_timestamp, current_timestamp, 'headOfTeam')
                        """)
                .param(code)
                .update();
        for (int i = 0; i < circle.length; i++) {
            jdbc.sql(
                            """
                            insert into pairs (cycle, bloc, round, inspected, inspecting, position)
                            values (?, 'khoi-1', 1, ?, ?, ?)
                            """)
                    .params(code, circle[(i + 1) % circle.length], circle[i], i)
                    .update();
        }
    }

    @Test
    void unitsThatNobodyAnswersForAreNamed() {
        List<String> units = new ArrayList<>(DEMONSTRATION);
        units.add("so-tu-phap");
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", units));
        signAndSetUp();
        Task configure = desk.task(cycle, "configureCycle");
        assertThat(desk.form(configure).get("missing")).asString().contains("Sở Tư pháp: Chưa có đầu mối");
        assertThatThrownBy(() -> desk.complete(configure, Map.of()))
                .hasMessageContaining("Sở Tư pháp")
                .hasMessageContaining("Chưa có lãnh đạo đơn vị");
    }

    @Test
    void theWholeCityIsConfiguredAsItIsProposed() {
        cycle = start.start(2030, "Kiểm tra hai Quy tắc ứng xử", "office").cycle();
        instance = runtime.startProcessInstanceByKey(
                        "directive", cycle, Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"))
                .getId();
        Map<String, String> city = new LinkedHashMap<>();
        units.validOn(LocalDate.of(2030, 1, 1)).forEach(unit -> city.put(unit.code(), unit.name()));
        assertThat(city).hasSizeGreaterThan(140);
        people.seed(city);
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", List.copyOf(city.keySet())));
        signAndSetUp();
        Task configure = desk.task(cycle, "configureCycle");
        assertThat(desk.rows(configure, "units")).hasSameSizeAs(city.keySet());
        desk.complete(configure, Map.of());
        assertThat(cycles.blocs(cycle))
                .allSatisfy(bloc -> assertThat(bloc.units()).hasSizeBetween(12, 30))
                .flatExtracting(Bloc::units)
                .containsExactlyInAnyOrderElementsOf(city.keySet());
        assertThat(cycles.blocs(cycle))
                .as("as the registry has them")
                .extracting(Bloc::name)
                .contains("Khối 2 – Phường nội đô", "Khối 6 – Xã ven sông, miền núi");
    }

    @Test
    void moreUnitsThanAPersonCanPlaceGoWhereTheyAreProposed() {
        List<String> communes = communesOfAFarYear(1_287);
        cycle = start.start(2096, "Kiểm tra hai Quy tắc ứng xử", "office").cycle();
        instance = runtime.startProcessInstanceByKey(
                        "directive", cycle, Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"))
                .getId();
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", communes));
        signAndSetUp();
        Task configure = desk.task(cycle, "configureCycle");
        assertThat(desk.form(configure)).containsEntry("automatic", true);
        assertThat(desk.rows(configure, "units")).isEmpty();
        assertThat(desk.rows(configure, "blocSummary")).hasSize(43);
        desk.complete(configure, Map.of());
        assertThat(cycles.blocs(cycle)).hasSize(43).flatExtracting(Bloc::units).hasSize(1_287);
    }

    private List<String> communesOfAFarYear(int count) {
        StringBuilder file =
                new StringBuilder("code,official_code,kind,name_vi,name_en,area,valid_from,valid_to,successor\n");
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "x-xa-" + i;
            codes.add(code);
            file.append(code)
                    .append(",,commune,Xã ")
                    .append(i)
                    .append(",Commune ")
                    .append(i)
                    .append(",Xa,2096-01-01,,\n");
            for (String role : List.of("coordinatorAt", "headAt")) {
                String person = role + "xxa" + i;
                jdbc.sql("insert into act_id_user (id_, rev_, first_, last_, email_) values (?, 1, 'Xa', 'Xa', ?)")
                        .params(person, person + "@nepsong.example")
                        .update();
                jdbc.sql("insert into act_id_group (id_, rev_, name_) values (?, 1, 'Xã')")
                        .param(person)
                        .update();
                jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)")
                        .params(person, person)
                        .update();
            }
        }
        changes.tell();
        assertThat(load.load(file.toString().getBytes(StandardCharsets.UTF_8)).rows())
                .isEqualTo(count);
        return codes;
    }

    private void toConfiguration() {
        desk.complete(desk.task(cycle, "draftPlan"), Map.of("units", DEMONSTRATION));
        signAndSetUp();
    }

    private void signAndSetUp() {
        giveOpinions();
        desk.complete(desk.task(cycle, "decide"), Map.of("decision", "approve"));
        issue();
        setUpTeam();
    }

    private void giveOpinions() {
        desk.runJobs();
        for (Task opinion : desk.tasks(cycle, "giveOpinion")) {
            desk.complete(
                    opinion,
                    "member2".equals(opinion.getAssignee())
                            ? Map.of("decision", "comment", "reason", "Đề nghị làm rõ thời gian kiểm tra chéo")
                            : Map.of("decision", "approve"));
        }
        desk.runJobs();
    }

    private void issue() {
        desk.complete(desk.task(cycle, "enterIssue"), issuedOn(today()));
        desk.runJobs();
    }

    private static Map<String, Object> issuedOn(LocalDate day) {
        return Map.of("documentNumber", 98, "issuedOn", day.toString());
    }

    private void setUpTeam() {
        assertThatThrownBy(() -> desk.complete(
                        desk.task(cycle, "setUpTeam"),
                        Map.of(
                                "documentNumber",
                                245,
                                "decidedOn",
                                today().plusDays(1).toString(),
                                "deputies",
                                List.of("member5"),
                                "memberDuties",
                                List.of(Map.of("member", "member5", "duty", "Kiểm tra các sở")))))
                .hasMessageContaining("Ngày quyết định không được sau hôm nay")
                .hasMessageContaining("Chỉ ghi nhiệm vụ riêng cho người đã chọn ở “Thành viên”");
        desk.complete(
                desk.task(cycle, "setUpTeam"),
                Map.of(
                        "memberDuties",
                        List.of(Map.of("member", "member2", "duty", "Kiểm tra các quận")),
                        "documentNumber",
                        245,
                        "decidedOn",
                        today().toString(),
                        "observers",
                        List.of("manager"),
                        "groups",
                        List.of(Map.of(
                                "name",
                                "Tổ 1",
                                "groupHead",
                                "secretary",
                                "groupMembers",
                                List.of("member2", "member1"),
                                "blocs",
                                offeredBlocs(),
                                "scope",
                                "Tuyên truyền"))));
    }

    private List<String> offeredBlocs() {
        return desk.rows(desk.task(cycle, "setUpTeam"), "blocOptions").stream()
                .map(option -> option.get("value").toString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private List<String> told(String template) {
        return jdbc.sql("select recipient_person from outbox where template = ? and mail_key like ?")
                .params(template, "%/" + cycle + "/%")
                .query(String.class)
                .list();
    }

    private boolean ended(String end) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(end)
                        .count()
                == 1;
    }

    private Object issuedVariable() {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("issued")
                .singleResult()
                .getValue();
    }
}
