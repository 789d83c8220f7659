package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.Groups;
import nepsong.organisation.Unit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The figures are those of the engine, and the pages and programs show them to whom they are for. */
@ProcessTest
class ProgressTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final List<String> UNITS = List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem");

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final ReadProgress progress;
    private final ReadForecast forecasts;
    private final ListCycles list;
    private final Workload workload;
    private final CycleTasks cycleTasks;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final MockMvc browser;

    private String cycle = "";

    @Autowired
    ProgressTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            ReadProgress progress,
            ReadForecast forecasts,
            ListCycles list,
            Workload workload,
            CycleTasks cycleTasks,
            DemonstrationPeople people,
            RuntimeService runtime,
            TaskService tasks,
            JdbcClient jdbc,
            WebApplicationContext context) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.progress = progress;
        this.forecasts = forecasts;
        this.list = list;
        this.workload = workload;
        this.cycleTasks = cycleTasks;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aCycleIsConfigured() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        cycle = "19" + (50 + CYCLES.incrementAndGet());
        cycles.add(
                new Cycle(cycle, 1950, "Kỳ kiểm tra thử", null, null, Instant.now(clock), "office", null, null, null));
        cycles.configure(
                new Cycles.Configuration(cycle, 1, null, List.of(new Bloc("khoi-1", "Khối Quận", UNITS)), Map.of()));
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void theFiguresOfAStageAreThoseOfTheEngine() {
        UNITS.forEach(this::startSelfAssessment);
        acknowledge("q-ba-dinh");
        clock.forward(Duration.ofDays(20));

        StageProgress stage = stage(Stage.SELF_ASSESSMENT);

        assertThat(stage.open()).isEqualTo((int) tasksOfCycle().count()).isEqualTo(3);
        assertThat(stage.done()).isEqualTo(1);
        assertThat(stage.late())
                .isEqualTo((int) tasksOfCycle()
                        .dueBefore(java.util.Date.from(clock.instant()))
                        .count())
                .isEqualTo(2);
        assertThat(stage.situation()).isEqualTo(Situation.LATE);
        assertThat(stage(Stage.CROSS_INSPECTION).situation()).isEqualTo(Situation.WAITING);
    }

    @Test
    void aUnitsRowCountsItsOwnTasksOnly() {
        UNITS.forEach(this::startSelfAssessment);
        acknowledge("q-ba-dinh");
        clock.forward(Duration.ofDays(20));

        Map<String, UnitProgress> units = progress.of(cycle).orElseThrow().units().stream()
                .collect(java.util.stream.Collectors.toMap(UnitProgress::unit, unit -> unit));

        assertThat(units.keySet()).containsExactlyInAnyOrderElementsOf(UNITS);
        assertThat(units.get("q-ba-dinh").openTasks()).isEqualTo(1);
        assertThat(units.get("q-ba-dinh").late()).isZero();
        assertThat(units.get("q-tay-ho").late()).isEqualTo(1);
        assertThat(units.get("q-tay-ho").cells().get(0).situation()).isEqualTo(Situation.LATE);
        assertThat(units.get("q-tay-ho").name()).isEqualTo("Quận Tây Hồ");
    }

    @Test
    void anOverdueTaskIsToldWithItsGroupAndItsDueDate() {
        startSelfAssessment("q-ba-dinh");
        clock.forward(Duration.ofDays(20));

        assertThat(cycleTasks.overdue(cycle, clock.instant(), 10))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.name()).contains("Quận Ba Đình");
                    assertThat(task.groups()).hasSize(1);
                    assertThat(task.assignee()).isNull();
                    assertThat(task.dueAt()).isBefore(clock.instant());
                });
        assertThat(cycleTasks.overdue(cycle, Instant.now(), 10)).isEmpty();
    }

    @Test
    void onlyWhatEveryUnitGoesThroughIsForetold() {
        startSelfAssessment("q-ba-dinh");
        LocalDate end = foretold();

        cycles.changeDeadlines(cycle, Map.of("bloc-inspection.inspect-again", 60, "follow-up.report", 60));
        assertThat(foretold())
                .as("what runs beside the visits, or after the cycle")
                .isEqualTo(end);

        cycles.changeDeadlines(cycle, Map.of("cross-inspection.inspect", 60));
        assertThat(foretold()).isAfter(end);
    }

    private LocalDate foretold() {
        return forecasts.of(progress.of(cycle).orElseThrow()).orElseThrow().end();
    }

    @Test
    void anotherCycleOfTheSameYearIsNotCounted() {
        String second = cycle + "-2";
        cycles.add(new Cycle(second, 1950, "Kỳ thứ hai", null, null, Instant.now(clock), "office", null, null, null));
        cycles.configure(
                new Cycles.Configuration(second, 1, null, List.of(new Bloc("khoi-1", "Khối Quận", UNITS)), Map.of()));
        startSelfAssessment("q-ba-dinh");
        start(second, "q-tay-ho");

        assertThat(stage(Stage.SELF_ASSESSMENT).open()).isEqualTo(1);
        assertThat(workload.of(second, clock.instant())).hasSize(1);
    }

    @Test
    void theStateOfACycleFollowsFromItsDates() {
        assertThat(overview().state()).isEqualTo(CycleState.RUNNING);
        cycles.finish(cycle);
        assertThat(overview().state()).isEqualTo(CycleState.FINISHED);
        assertThat(overview().stage())
                .isEqualTo(progress.of(cycle).orElseThrow().stage());
        assertThat(cycles.withdraw(cycle, "director", "Dừng để thử nghiệm các con số"))
                .as("it is over")
                .isFalse();
        assertThat(overview().state()).isEqualTo(CycleState.FINISHED);
    }

    @Test
    void aCycleThatWasStoppedIsWithdrawn() {
        assertThat(cycles.withdraw(cycle, "director", "Dừng để thử nghiệm các con số"))
                .isTrue();
        assertThat(overview().state()).isEqualTo(CycleState.WITHDRAWN);
    }

    @Test
    void programsReadTheProgress() throws Exception {
        startSelfAssessment("q-ba-dinh");

        browser.perform(get("/api/cycles/{code}/progress", cycle).with(in(Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(cycle))
                .andExpect(jsonPath("$.stages", hasSize(5)))
                .andExpect(jsonPath("$.stages[1].stage").value("self-assessment"))
                .andExpect(jsonPath("$.stages[1].open").value(1))
                .andExpect(jsonPath("$.stages[1].done").value(0))
                .andExpect(jsonPath("$.stages[1].late").value(0))
                .andExpect(jsonPath("$.units[0].unit").value("q-ba-dinh"))
                .andExpect(jsonPath("$.units[0].bloc").value("khoi-1"))
                .andExpect(jsonPath("$.units[0].openTasks").value(1))
                .andExpect(jsonPath("$.units[0].late").value(0));
        browser.perform(get("/api/cycles").with(in(Groups.SECRETARIES)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem(cycle)))
                .andExpect(jsonPath("$[0].startedAt").isNotEmpty())
                .andExpect(jsonPath("$[0].state").isNotEmpty());
    }

    @Test
    void anUnknownCycleIsAProblemInVietnamese() throws Exception {
        browser.perform(get("/api/cycles/2099/progress").with(in(Groups.STANDING_OFFICE)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.title").value("Không tìm thấy"))
                .andExpect(jsonPath("$.detail").value("Không có kỳ kiểm tra “2099”."));
        browser.perform(get("/progress/2099").accept("text/html").with(in(Groups.MANAGERS)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("{"))));
    }

    @Test
    void aUnitsPeopleSeeNoProgressOfOthers() throws Exception {
        browser.perform(get("/progress/" + cycle).with(in("coordinatorAtqbadinh")))
                .andExpect(status().isForbidden());
        browser.perform(get("/api/cycles").with(in("coordinatorAtqbadinh")))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.title").value("Không được phép"));
    }

    @Test
    void thePageNamesWhatIsLateAndOffersToStopTheCycleToALeaderOnly() throws Exception {
        startSelfAssessment("q-ba-dinh");
        clock.forward(Duration.ofDays(20));

        browser.perform(get("/progress/" + cycle).with(in(Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Xác nhận tiếp nhận – Quận Ba Đình")))
                .andExpect(content().string(containsString("ngày làm việc")))
                .andExpect(content().string(containsString("Chưa có người nhận")))
                .andExpect(content().string(not(containsString("/withdrawal"))))
                .andExpect(content().string(not(containsString("style="))));
        browser.perform(get("/progress/" + cycle).with(in(Groups.DEPARTMENT_LEADERS)))
                .andExpect(content().string(containsString("/cycles/" + cycle + "/withdrawal")));
        browser.perform(get("/progress/" + cycle + "/live").with(in(Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"live\"")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void theGuideSpeaksToTheRolesThatAPersonHas() throws Exception {
        browser.perform(get("/guide").with(in("coordinatorAtqbadinh")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đầu mối của đơn vị")))
                .andExpect(content().string(not(containsString("Trưởng đoàn kiểm tra</h2>"))))
                .andExpect(content().string(not(containsString("href=\"/progress\""))));
        browser.perform(get("/guide").with(in(Groups.MANAGERS)))
                .andExpect(content().string(containsString("href=\"/progress\"")));
    }

    @Test
    void theInterfaceDescribesItselfToTheAdministrator() throws Exception {
        browser.perform(get("/api/docs")).andExpect(status().isUnauthorized());
        browser.perform(get("/api/docs").with(in("coordinatorAtqbadinh"))).andExpect(status().isForbidden());
        browser.perform(get("/api/docs").with(in(Groups.ADMINISTRATORS)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value(containsString("Nếp Sống")))
                .andExpect(jsonPath("$.paths['/api/cycles/{code}/progress']").exists());
    }

    @Test
    void aHundredAndFortyThreeUnitsAreReadInOneGlance() {
        manyUnits(143);
        progress.of(cycle);

        long before = System.nanoTime();
        CycleProgress read = progress.of(cycle).orElseThrow();
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(read.units()).hasSize(143);
        assertThat(read.stages().get(Stage.SELF_ASSESSMENT.ordinal()).open()).isEqualTo(143 * 4);
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }

    /** Rows as the engine writes them: one process for each unit, with four tasks in it. */
    private void manyUnits(int count) {
        cycle = cycle + "-9";
        cycles.add(new Cycle(cycle, 1950, "Kỳ lớn", null, null, Instant.now(clock), "office", null, null, null));
        List<String> units = IntStream.range(0, count).mapToObj(i -> "u-" + i).toList();
        cycles.configure(
                new Cycles.Configuration(cycle, 1, null, List.of(new Bloc("khoi-1", "Khối lớn", units)), Map.of()));
        for (String unit : units) {
            String id = cycle + unit;
            jdbc.sql(
                            """
                            insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                                                         start_time_, state_)
                            values (?, ?, ?, 'self-assessment', 'x', now(), 'ACTIVE')
                            """)
                    .params(id, id, cycle + "/" + unit)
                    .update();
            for (int task = 0; task < 4; task++) {
                jdbc.sql(
                                """
                                insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_inst_id_, name_,
                                                             start_time_, due_date_)
                                values (?, 't', 'self-assessment', ?, 'Việc', now(), now())
                                """)
                        .params(id + task, id)
                        .update();
            }
        }
    }

    private void startSelfAssessment(String unit) {
        start(cycle, unit);
    }

    private void start(String ofCycle, String unit) {
        runtime.startProcessInstanceByKey(
                "self-assessment",
                ofCycle + "/" + unit,
                Map.of(
                        "cycle",
                        ofCycle,
                        "cycleName",
                        "Kỳ kiểm tra thử",
                        "bloc",
                        "khoi-1",
                        "blocName",
                        "Khối Quận",
                        "unit",
                        unit,
                        "unitKey",
                        Unit.keyOf(unit),
                        "unitName",
                        "q-ba-dinh".equals(unit) ? "Quận Ba Đình" : unit));
        desk.runJobs();
    }

    private void acknowledge(String unit) {
        desk.complete(desk.task(cycle + "/" + unit, "acknowledge"), Map.of("received", true, "staffCount", 120));
    }

    private TaskQuery tasksOfCycle() {
        return tasks.createTaskQuery().processInstanceBusinessKeyLike(cycle + "/%");
    }

    private StageProgress stage(Stage stage) {
        return progress.of(cycle).orElseThrow().stages().get(stage.ordinal());
    }

    private CycleOverview overview() {
        return list.list().stream()
                .filter(one -> one.cycle().code().equals(cycle))
                .findFirst()
                .orElseThrow();
    }

    private static UserRequestPostProcessor in(String group) {
        return user("someone").roles(group);
    }
}
