package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager at work with the pages of a cycle, with the keyboard alone too. */
@InTasklist
class ManagersBrowserTest {

    @RegisterExtension
    final FiveCycles cycles;

    @LocalServerPort
    int port;

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    ManagersBrowserTest(JdbcClient jdbc, RuntimeService runtime, HistoryService history, TaskService tasks) {
        this.cycles = new FiveCycles(jdbc);
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
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
        Tabulator.reach(page, "button[id^=remind-]");
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
            Tabulator.reach(page, "#give-" + task);
            page.keyboard().press("Enter");
            page.waitForURL("**/assignee?**");
            assertThat(page.locator("h1").textContent()).isEqualTo("Giao lại việc");
            Tabulator.reach(page, "#person");
            page.keyboard().press("End");
            String chosen = page.locator("#person").inputValue();
            assertThat(chosen).isNotEmpty();
            page.keyboard().press("Tab");
            assertThat(Tabulator.isFocused(page.locator("main button[type=submit]")))
                    .isTrue();
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
        Tabulator.reach(page, "#q");
        page.keyboard().type("ba dinh");
        page.keyboard().press("Enter");
        page.waitForURL("**q=ba**");

        assertThat(page.locator("a[id^=matrix-]").allTextContents()).containsExactly("Quận Ba Đình");
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

    private Page logIn(String person, int width) {
        return new PageReview(chromium, base(), Path.of("target")).logIn(person, width);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
