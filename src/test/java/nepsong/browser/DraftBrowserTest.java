package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed into a form is kept, whatever becomes of the browser. */
@InTasklist
class DraftBrowserTest {

    @RegisterExtension
    final ScorecardToFill card;

    private final Scorecards scorecards;
    private final JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Chromium chromium;

    @Autowired
    DraftBrowserTest(
            Desk desk,
            Cycles cycles,
            RuntimeService runtime,
            TaskService tasks,
            Scorecards scorecards,
            JdbcClient jdbc) {
        this.card = new ScorecardToFill(desk, cycles, runtime, tasks);
        this.scorecards = scorecards;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterEach
    void theBrowserIsClosed() {
        chromium.close();
    }

    @Test
    void whatWasTypedSurvivesAKilledBrowser() {
        TasklistPage first = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        first.open(card.task());
        Locator score = first.page()
                .locator(".fjs-form-field-number input:not([readonly])")
                .first();
        Locator note = first.page().locator(".fjs-form-field-textarea textarea").first();
        score.fill("2,5");
        note.fill("Đã gửi kế hoạch đúng hạn");
        first.page().getByText("Đã lưu lúc").waitFor();
        assertThat((String) first.page().evaluate("() => JSON.stringify(localStorage)"))
                .doesNotContain("kế hoạch");
        chromium.kill();
        chromium.close();

        chromium = Chromium.launch();
        TasklistPage second = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 360);
        second.open(card.task());
        Page page = second.page();
        page.waitForCondition(() -> page.locator(".fjs-form-field-textarea textarea")
                .first()
                .inputValue()
                .equals("Đã gửi kế hoạch đúng hạn"));
        assertThat(page.locator(".fjs-form-field-number input:not([readonly])")
                        .first()
                        .inputValue())
                .isIn("2,5", "2.5");
        page.getByText("Bản nháp lưu lúc").waitFor();
        assertThat(page.locator(".nepsong-draft").innerText()).contains("bởi ");
        assertThat(scorecards.of(card.cycle(), ScorecardToFill.UNIT))
                .as("nothing was handed in")
                .allMatch(row -> row.self() == null);
    }

    @Test
    void aFormThatStayedOpenDoesNotWriteOverWhatWasTypedElsewhereSince() {
        TasklistPage office = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        office.open(card.task());
        note(office).fill("Buổi sáng ở cơ quan");
        office.page().getByText("Đã lưu lúc").waitFor();
        TasklistPage home = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        home.open(card.task());
        home.page().getByText("Bản nháp lưu lúc").waitFor();
        note(home).fill("Buổi tối ở nhà");
        home.page().getByText("Đã lưu lúc").waitFor();

        note(office).fill("Sáng hôm sau");
        office.page().getByText("đã có bản lưu mới hơn").waitFor();

        assertThat(drafted()).contains("Buổi tối ở nhà").doesNotContain("Sáng hôm sau");
        assertThat(note(office).inputValue()).isEqualTo("Sáng hôm sau");
        note(home).fill("Buổi tối ở nhà, viết tiếp");
        home.page().waitForCondition(() -> drafted().contains("viết tiếp"));
    }

    private static Locator note(TasklistPage tasklist) {
        return tasklist.page().locator(".fjs-form-field-textarea textarea").first();
    }

    @Test
    void whatWasTypedIsKeptWhenSomebodyGoesToAnotherTaskAtOnce() {
        String other = card.another();
        TasklistPage tasklist = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        tasklist.open(card.task());
        Page page = tasklist.page();
        Locator link = page.locator("a[href*='task=" + other + "']").first();
        link.waitFor();
        page.locator(".fjs-form-field-textarea textarea").first().fill("Gõ xong là đi ngay");
        link.click();
        page.waitForCondition(() -> drafted().contains("Gõ xong là đi ngay"));
        assertThat(drafted()).as("what the tables say is not sent back").doesNotContain("\"text\"", "\"max\"");
    }

    @Test
    void whatWasTypedIsKeptWhenThePageIsLeftAtOnce() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        tasklist.open(card.task());
        Page page = tasklist.page();
        page.locator(".fjs-form-field-textarea textarea").first().fill("Gõ xong là đóng trang");
        page.navigate("about:blank");
        page.waitForCondition(
                () -> drafted().contains("Gõ xong là đóng trang"),
                new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    @Test
    void nothingIsSavedAnyMoreOnceTheFormIsHandedIn() {
        String other = card.another();
        TasklistPage tasklist = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366);
        List<String> refused = new CopyOnWriteArrayList<>();
        tasklist.page().onResponse(answer -> {
            if (answer.url().endsWith("/draft") && answer.status() >= 400) {
                refused.add(answer.status() + " " + answer.url());
            }
        });
        tasklist.open(other);
        tasklist.fillWhatIsRequired();
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        tasklist.page().waitForTimeout(1_000);
        assertThat(refused).isEmpty();
    }

    private String drafted() {
        return jdbc.sql("select content from form_drafts where task = ?")
                .param(card.task())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
