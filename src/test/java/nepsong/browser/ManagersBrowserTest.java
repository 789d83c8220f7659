package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nepsong.BrokenProcess;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.progress.ManagedCycle;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manager looks at every page of a cycle that has only begun, of one in the middle, of one with late units and of one at
 * its end, on a screen and on a telephone. Every page of ours is free of barriers, as far as a machine can tell.
 */
@InTasklist
class ManagersBrowserTest {

    private static final List<String> CYCLES = List.of("2011", "2012", "2013", "2014", "2015");
    private static final Path PICTURES = Path.of("target", "screenshots", "managers");

    private static final String CYCLE_AT_WORK = "at-work";

    @LocalServerPort
    int port;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ManagementService jobs;
    private Chromium chromium;

    @Autowired
    ManagersBrowserTest(
            JdbcClient jdbc,
            Cycles cycles,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService repository,
            TaskService tasks,
            ManagementService jobs) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    @BeforeEach
    void fiveCyclesAreThere() {
        Instant now = Instant.now();
        new ManagedCycle(jdbc, "2011", now.minus(Duration.ofDays(300)))
                .begun(60)
                .configured(units())
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, "2012", now)
                .begun(60)
                .configured(units())
                .selfAssessed(false)
                .finished()
                .paired()
                .closed();
        new ManagedCycle(jdbc, "2013", now).begun(30).configured(units()).selfAssessed(true);
        new ManagedCycle(jdbc, "2014", now).begun(30).configured(units()).selfAssessed(false);
        new ManagedCycle(jdbc, "2015", now).begun(2);
        LongMails.put(jdbc);
        chromium = Chromium.launch();
    }

    @AfterEach
    void nothingIsLeft() {
        chromium.close();
        CYCLES.forEach(cycle -> ManagedCycle.forget(jdbc, cycle));
        LongMails.remove(jdbc);
    }

    private static Map<String, List<String>> units() {
        Map<String, List<String>> units = new LinkedHashMap<>();
        units.put("khoi-1", List.of("so-du-lich", "so-y-te", "so-giao-duc-va-dao-tao", "so-giao-thong-van-tai"));
        units.put("khoi-2", List.of("q-ba-dinh", "q-hoan-kiem", "q-tay-ho", "q-long-bien", "q-cau-giay", "q-dong-da"));
        return units;
    }

    /** Empty, in the middle, with late units and at the end. */
    private static final Map<String, String> STATES =
            new TreeMap<>(Map.of("begun", "2015", "middle", "2014", "late", "2013", "end", "2012"));

    /** Every page of a cycle; each is looked at in each of these states. */
    private static final Map<String, String> OF_A_CYCLE = new TreeMap<>(Map.ofEntries(
            Map.entry("overview", "/progress/%s"),
            Map.entry("process", "/progress/%s/processes/self-assessment"),
            Map.entry("tables", "/progress/%s/tables"),
            Map.entry("table", "/progress/%s/tables/tasks?state=open"),
            Map.entry("results", "/progress/%s/results"),
            Map.entry("criteria", "/progress/%s/results/criteria"),
            Map.entry("coverage", "/progress/%s/results/coverage"),
            Map.entry("pairs", "/progress/%s/results/pairs"),
            Map.entry("findings", "/progress/%s/results/findings"),
            Map.entry("calibration", "/progress/%s/results/calibration"),
            Map.entry("commendations", "/progress/%s/results/commendations"),
            Map.entry("unit-file", "/units/q-ba-dinh?cycle=%s")));

    /** Other people's words on a page of which one is looked at fully. */
    private static final Set<String> OF_A_KIND_SEEN_BEFORE = Set.of(
            "guide-admin",
            "audit-admin",
            "home-inspector",
            "login-failed",
            "tab-none",
            "standing-none",
            "forbidden",
            "foreign-unit",
            "operations-incident",
            "file");

    /** Other rows, models and figures on pages of the same kind; one state is enough. */
    private static final Map<String, String> MORE_OF_THE_SAME = new TreeMap<>(Map.of(
            "process-calls", "/progress/%s/processes/bloc-inspection",
            "process-cycle", "/progress/%s/processes/inspection-cycle",
            "table-late", "/progress/%s/tables/tasks?late=yes",
            "table-units", "/progress/%s/tables/unit-stages",
            "table-findings", "/progress/%s/tables/findings",
            "difference", "/progress/%s/results/criteria?by=difference"));

    @Test
    void everyPageOfACycleIsFreeOfBarriersInFourStatesAndTwoWidths() throws IOException {
        Map<String, List<String>> barriers = new TreeMap<>();
        Map<String, String> ofACycle = new TreeMap<>();
        STATES.forEach((state, cycle) ->
                OF_A_CYCLE.forEach((page, path) -> ofACycle.put(page + "-" + state, path.formatted(cycle))));
        MORE_OF_THE_SAME.forEach((page, path) -> ofACycle.put(page + "-late", path.formatted(STATES.get("late"))));
        review().look("manager", ofACycle, barriers, name -> name.endsWith("-late") || name.equals("results-end"));
        nothingIsInTheWay("cycles", barriers);
    }

    @Test
    void everyOtherPageIsFreeOfBarriersInTwoWidths() throws IOException {
        Map<String, List<String>> barriers = new TreeMap<>();
        look(
                "manager",
                Map.ofEntries(
                        Map.entry("list", "/progress?all"),
                        Map.entry("unknown", "/progress/1999"),
                        Map.entry("assignee", "/progress/2013/tasks/%s/assignee".formatted(anOpenTask())),
                        Map.entry("audit", "/audit"),
                        Map.entry("file", "/units/q-ba-dinh"),
                        Map.entry("postings", "/postings"),
                        Map.entry("published-list", "/published"),
                        Map.entry("published", "/published/2012"),
                        Map.entry("done-none", "/done"),
                        Map.entry("home", "/"),
                        Map.entry("guide", "/guide")),
                barriers);
        look(
                "admin",
                Map.of(
                        "operations",
                        "/operations",
                        "calendar",
                        "/calendar?year=2026",
                        "mail",
                        "/mail",
                        "people",
                        "/people?text=ha",
                        "person",
                        "/people/manager",
                        "guide-admin",
                        "/guide",
                        "audit-admin",
                        "/audit"),
                barriers);
        look("director", Map.of("withdrawal", "/cycles/2014/withdrawal", "running", "/cycles"), barriers);
        look(PageReview.NOBODY, Map.of("login", "/login", "login-failed", "/login?error"), barriers);
        look(
                "qbadinhInspector",
                Map.of(
                        "home-inspector", "/",
                        "evidence-none", "/evidence/unknown",
                        "tab-none", "/tasks/unknown/file",
                        "standing-none", "/tasks/unknown/standing",
                        "foreign-unit", "/units/q-hoan-kiem",
                        "extensions-none", "/extensions",
                        "forbidden", "/audit"),
                barriers);
        whileAUnitWorksAndAStepHasFailed(() -> {
            String task = theUnitsTask();
            look(
                    "qcaugiayCoordinator",
                    Map.of(
                            "evidence", "/evidence/" + task,
                            "standing", "/tasks/" + task + "/standing",
                            "tab-file", "/tasks/" + task + "/file",
                            "extension", "/extensions/" + task,
                            "extensions", "/extensions",
                            "done", "/done"),
                    barriers);
            look("admin", Map.of("operations-incident", "/operations"), barriers);
            anAdministratorRetriesWithTheKeyboardAlone();
        });
        nothingIsInTheWay("others", barriers);
    }

    @Test
    void onATelephoneAChartNamesEveryUnit() {
        Page page = logIn("manager", 360);
        page.navigate(base() + "/progress/2012/results/calibration");
        page.waitForFunction("() => window.Chart && Chart.getChart(document.querySelector('figure.chart canvas'))");

        assertThat(
                        page.evaluate(
                                """
                        () => Chart.getChart(document.querySelector('figure.chart canvas')).scales.y.ticks
                                .filter(tick => tick.label && String(tick.label).length > 0).length
                        """))
                .isEqualTo(page.locator("#calibration tbody tr").count());
        page.context().close();
    }

    private void anAdministratorRetriesWithTheKeyboardAlone() {
        Page page = logIn("admin", 1366);
        page.navigate(base() + "/operations");
        reach(page, "input[id^=reason-]");
        page.keyboard().type("Đã sửa địa chỉ của máy chủ, lần này sẽ chạy");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice[role=status]").textContent()).contains("chạy lại");
        assertThat(jobs.createJobQuery()
                        .processDefinitionKey("broken")
                        .withRetriesLeft()
                        .count())
                .isEqualTo(1);
        page.context().close();
    }

    private static void nothingIsInTheWay(String which, Map<String, List<String>> barriers) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(
                PICTURES.resolve("axe-" + which + ".txt"),
                barriers.entrySet().stream().map(Object::toString).toList());
        assertThat(barriers.values().stream().flatMap(List::stream))
                .as("%s", barriers)
                .isEmpty();
    }

    /** The unit has acknowledged and scores itself; a step of another process has been given up. */
    private void whileAUnitWorksAndAStepHasFailed(Runnable look) {
        String deployment = BrokenProcess.start(repository, runtime, CYCLE_AT_WORK + "/broken");
        jobs.setJobRetries(
                jobs.createJobQuery()
                        .processDefinitionKey("broken")
                        .singleResult()
                        .getId(),
                0);
        cycles.add(new Cycle(
                CYCLE_AT_WORK, 2023, "Kỳ kiểm tra thử", null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                CYCLE_AT_WORK, 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of("q-cau-giay"))), Map.of()));
        String instance = runtime.startProcessInstanceByKey(
                        "self-assessment",
                        CYCLE_AT_WORK + "/q-cau-giay",
                        Map.of(
                                "cycle", CYCLE_AT_WORK,
                                "cycleName", "Kỳ kiểm tra thử",
                                "bloc", "khoi-1",
                                "blocName", "Khối 1",
                                "unit", "q-cau-giay",
                                "unitKey", "qcaugiay",
                                "unitName", "Quận Cầu Giấy"))
                .getId();
        try {
            String acknowledge = theUnitsTask();
            tasks.setAssignee(acknowledge, "qcaugiayCoordinator");
            tasks.complete(acknowledge, Map.of("received", true, "staffCount", 120));
            look.run();
        } finally {
            runtime.deleteProcessInstance(instance, "test");
            repository.deleteDeployment(deployment, true);
        }
    }

    private String theUnitsTask() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(CYCLE_AT_WORK + "/q-cau-giay")
                .singleResult()
                .getId();
    }

    /** On paper there is no navigation, and nothing is cut off at the edge of the sheet. */
    @Test
    void whatIsPrintedIsThePageAndNothingOfItIsCut() throws IOException {
        Page page = logIn("manager", 1366);
        for (String path : List.of(
                "/progress/2013",
                "/progress/2012/results",
                "/progress/2012/results/criteria",
                "/progress/2012/results/pairs",
                "/progress/2013/tables/tasks?state=open",
                "/progress/2013/processes/self-assessment",
                "/units/q-ba-dinh?cycle=2012",
                "/guide")) {
            page.navigate(base() + path);
            String title = page.locator("h1").first().innerText();
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve("printed" + path.replaceAll("[^a-z0-9]+", "-") + ".pdf"), printed);
            Sheets sheets = new Sheets();
            try (PDDocument document = Loader.loadPDF(printed)) {
                assertThat(sheets.getText(document).replaceAll("\\s+", " "))
                        .as(path)
                        .contains(title)
                        .doesNotContain("Đăng xuất", "Hạn, gia hạn");
            }
            assertThat(sheets.beyond).as(path).isEmpty();
        }
    }

    /** Reads sheets and notes what stands beyond the edge of one. */
    private static final class Sheets extends PDFTextStripper {

        private final List<String> beyond = new ArrayList<>();

        Sheets() throws IOException {
            setSortByPosition(true);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()
                    && (text.getX() < 0 || text.getX() + text.getWidth() > text.getPageWidth())) {
                beyond.add(text.getUnicode());
            }
            super.processTextPosition(text);
        }
    }

    private String anOpenTask() {
        return jdbc.sql("select min(id_) from act_ru_task where id_ like '2013-%'")
                .query(String.class)
                .single();
    }

    private void look(String person, Map<String, String> pages, Map<String, List<String>> barriers) {
        review().look(person, pages, barriers, name -> !OF_A_KIND_SEEN_BEFORE.contains(name));
    }

    private PageReview review() {
        return new PageReview(chromium, base(), PICTURES);
    }

    @Test
    void thePageStaysFreshWithoutTakingTheReaderAway() {
        Page page = logIn("manager", 1366);
        page.navigate(base() + "/progress/2013");
        String before = page.locator("#live time").first().textContent();
        Locator link = page.locator("#matrix-q-dong-da");
        link.focus();
        page.evaluate("() => window.scrollTo(0, 400)");
        page.evaluate("() => htmx.trigger('#live', 'refresh')");

        page.waitForFunction(
                "before => document.querySelector('#live time').textContent !== before",
                before,
                new Page.WaitForFunctionOptions().setTimeout(60_000));

        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("matrix-q-dong-da");
        assertThat(((Number) page.evaluate("() => Math.round(window.scrollY)")).intValue())
                .isEqualTo(400);
    }

    @Test
    void aManagerRemindsAndReassignsWithTheKeyboardAlone() {
        Page page = logIn("manager", 1366);
        page.navigate(base() + "/progress/2013");
        reach(page, "button[id^=remind-]");
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice[role=status]").textContent()).contains("Đã gửi thư nhắc tới");
        assertThat(jdbc.sql("select count(*) from outbox where template = 'task.reminded'")
                        .query(Integer.class)
                        .single())
                .isPositive();

        // The process lays out its own.
        jdbc.sql("delete from scorecard_rows where cycle = '2013' and unit = 'q-cau-giay'")
                .update();
        String instance = runtime.startProcessInstanceByKey(
                        "self-assessment",
                        "2013/q-cau-giay",
                        Map.of(
                                "cycle", "2013",
                                "cycleName", "Kỳ",
                                "bloc", "khoi-2",
                                "blocName", "Khối 2",
                                "unit", "q-cau-giay",
                                "unitKey", "qcaugiay",
                                "unitName", "Quận Cầu Giấy"))
                .getId();
        try {
            String task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
            tasks.setDueDate(task, Date.from(Instant.now().minus(Duration.ofDays(40))));
            page.navigate(base() + "/progress/2013");
            reach(page, "#give-" + task);
            page.keyboard().press("Enter");
            page.waitForURL("**/assignee?**");
            assertThat(page.locator("h1").textContent()).isEqualTo("Giao lại việc");
            reach(page, "#person");
            page.keyboard().press("End");
            String chosen = page.locator("#person").inputValue();
            assertThat(chosen).isNotEmpty();
            page.keyboard().press("Tab");
            assertThat(isFocused(page.locator("main button[type=submit]"))).isTrue();
            page.keyboard().press("Enter");

            assertThat(page.locator(".notice[role=status]").textContent()).contains("Đã giao lại");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isEqualTo(chosen);
        } finally {
            runtime.deleteProcessInstance(instance, "test");
            history.deleteHistoricProcessInstance(instance);
        }
    }

    @Test
    void aManagerFiltersWithTheKeyboardAloneAndWithoutDiacritics() {
        Page page = logIn("manager", 1366);
        page.navigate(base() + "/progress/2013");
        reach(page, "#q");
        page.keyboard().type("ba dinh");
        page.keyboard().press("Enter");
        page.waitForURL("**q=ba**");

        assertThat(page.locator("a[id^=matrix-]").allTextContents()).containsExactly("Quận Ba Đình");
    }

    private static void reach(Page page, String first) {
        Locator wanted = page.locator(first).first();
        for (int i = 0; i < 200 && !isFocused(wanted); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted))
                .as("%s is reached with the tabulator", first)
                .isTrue();
    }

    @Test
    void aClickOnAnActivityLeadsToItsTasks() {
        Page page = logIn("manager", 1366);
        page.navigate(base() + "/progress/2013/processes/self-assessment");
        Locator step = page.locator("a.activity-link[href*='activity=userTask_acknowledge']");
        step.waitFor();
        assertThat(step.getAttribute("href")).contains("/tables/tasks");
        assertThat(page.locator("[data-container-id=userTask_acknowledge] .badge.done")
                        .textContent())
                .matches("✓ \\d+");
        assertThat(page.locator("[data-container-id=userTask_acknowledge] .badge.hours")
                        .count())
                .isPositive();
        step.focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/tables/tasks"));

        assertThat(page.url()).contains("process=self-assessment").contains("activity=userTask_acknowledge");
        assertThat(Integer.parseInt(page.locator("#total").textContent())).isEqualTo(10);
    }

    @Test
    void whateverIsFocusedStaysSoWhenThePageIsFreshened() {
        Page page = logIn("manager", 1366);
        page.navigate(base() + "/progress/2013");
        Object lost = page.evaluate(
                """
                async () => {
                    const all = () => Array.from(document.querySelectorAll(
                        '#live a[href], #live button, #live input:not([type=hidden]), #live select'));
                    const lost = [];
                    const count = all().length;
                    for (let at = 0; at < count; at += 1) {
                        all()[at].focus();
                        const before = document.activeElement.outerHTML;
                        const swapped = new Promise(done => document.addEventListener('htmx:afterSettle', done, { once: true }));
                        htmx.ajax('GET', document.getElementById('live').getAttribute('hx-get'),
                            { target: '#live', swap: 'outerHTML' });
                        await swapped;
                        if (all().indexOf(document.activeElement) !== at) { lost.push(before); }
                        if (at > 60) { break; }
                    }
                    return lost;
                }
                """);

        assertThat((List<?>) lost).isEmpty();
    }

    private static boolean isFocused(Locator element) {
        return (boolean) element.evaluate("one => one === document.activeElement");
    }

    private Page logIn(String person, int width) {
        return review().logIn(person, width);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
