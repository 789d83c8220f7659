package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.progress.ManagedCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manager looks at a cycle that has only begun, at one in the middle, at one with late units and at one at its end, on a
 * screen and on a telephone. Every page of ours is free of barriers, as far as a machine can tell.
 */
@InTasklist
class ManagersBrowserTest {

    private static final List<String> CYCLES = List.of("2011", "2012", "2013", "2014", "2015");
    private static final Path PICTURES = Path.of("target", "screenshots", "managers");

    @LocalServerPort
    int port;

    private final JdbcClient jdbc;
    private Chromium chromium;

    @Autowired
    ManagersBrowserTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    @Test
    void everyPageOfOursIsFreeOfBarriersInTwoWidths() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("begun", "/progress/2015");
        pages.put("middle", "/progress/2014");
        pages.put("late", "/progress/2013");
        pages.put("end", "/progress/2012");
        pages.put("list", "/progress?all");
        pages.put("process", "/progress/2013/processes/self-assessment");
        pages.put("process-calls", "/progress/2013/processes/bloc-inspection");
        pages.put("process-end", "/progress/2012/processes/inspection-cycle");
        pages.put("table-late", "/progress/2013/tables/tasks?late=yes");
        pages.put("table-middle", "/progress/2014/tables/unit-stages");
        pages.put("file-none", "/units/q-ba-dinh?cycle=2015");
        pages.put("process-begun", "/progress/2015/processes/inspection-cycle");
        pages.put("tables", "/progress/2013/tables");
        pages.put("table", "/progress/2013/tables/tasks?state=open");
        pages.put("table-empty", "/progress/2015/tables/findings");
        pages.put("results-begun", "/progress/2015/results");
        pages.put("results-end", "/progress/2012/results");
        for (String page : List.of("criteria", "coverage", "findings", "calibration", "commendations")) {
            pages.put(page + "-begun", "/progress/2015/results/" + page);
            pages.put(page + "-end", "/progress/2012/results/" + page);
        }
        pages.put("difference", "/progress/2012/results/criteria?by=difference");
        pages.put("unknown", "/progress/1999");
        pages.put("assignee", "/progress/2013/tasks/%s/assignee".formatted(anOpenTask()));
        pages.put("audit", "/audit");
        pages.put("file", "/units/q-ba-dinh");
        pages.put("postings", "/postings");
        pages.put("home", "/");
        pages.put("guide", "/guide");
        Map<String, List<String>> barriers = new TreeMap<>();
        look("manager", pages, barriers);
        look(
                "admin",
                Map.of("operations", "/operations", "mail", "/mail", "guide-admin", "/guide", "audit-admin", "/audit"),
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
                        "forbidden", "/audit"),
                barriers);

        Files.createDirectories(PICTURES);
        Files.write(
                PICTURES.resolve("axe.txt"),
                barriers.entrySet().stream().map(Object::toString).toList());
        assertThat(barriers.values().stream().flatMap(List::stream))
                .as("%s", barriers)
                .isEmpty();
    }

    private String anOpenTask() {
        return jdbc.sql("select min(id_) from act_ru_task where id_ like '2013-%'")
                .query(String.class)
                .single();
    }

    private void look(String person, Map<String, String> pages, Map<String, List<String>> barriers) {
        review().look(person, pages, barriers);
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
        Locator remind = page.locator("button[id^=remind-]").first();
        for (int i = 0; i < 200 && !isFocused(remind); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(remind)).as("reached with the tabulator").isTrue();
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice[role=status]").textContent()).contains("Đã gửi thư nhắc tới");
        assertThat(jdbc.sql("select count(*) from outbox where template = 'task.reminded'")
                        .query(Integer.class)
                        .single())
                .isPositive();

        page.locator("a[id^=give-]").first().press("Enter");
        assertThat(page.locator("h1").textContent()).isEqualTo("Giao lại việc");
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
