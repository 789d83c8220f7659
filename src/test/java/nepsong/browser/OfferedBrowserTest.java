package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody is offered in Tasklist what is refused. */
@InTasklist
class OfferedBrowserTest {

    @RegisterExtension
    final WorkingUnit unit;

    @LocalServerPort
    int port;

    private final TaskService tasks;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    OfferedBrowserTest(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.unit = new WorkingUnit(desk, cycles, runtime, tasks);
        this.tasks = tasks;
    }

    @Test
    void aRefusedClaimSaysWhyAndLeavesTheButtonToBePressedAgain() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        Page page = tasklist.page();
        String task = unit.open().get(0);
        tasklist.open(task);
        Locator claim = page.locator("button.claim");
        claim.waitFor();
        tasks.setAssignee(task, "qlongbienHead");
        claim.click();

        assertThat(tasklist.notice()).contains("Chưa nhận được nhiệm vụ\n");
        assertThat(page.locator(".page-notifications .alert strong:not(.status):visible")
                        .count())
                .as("no colon that stands alone")
                .isZero();
        page.waitForCondition(claim::isEnabled);
        tasks.setAssignee(task, null);
        tasklist.claim();
    }

    @Test
    void aManagerSeesNoButtonThatWouldBeRefused() {
        tasks.setAssignee(unit.open().get(0), WorkingUnit.COORDINATOR);
        Page page = chromium.newPerson(1366, 900);
        page.navigate(base() + "/login");
        page.locator("button.person[value=manager]").click();
        page.waitForURL(url -> url.contains("/progress"));
        List<String> refused = new ArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400 && response.url().contains("/engine/")) {
                refused.add(response.status() + " " + response.url());
            }
        });
        page.navigate(
                base() + "/camunda/app/tasklist/default/#/?task=" + unit.open().get(0));
        page.locator(".task-card .nav-tabs li").first().waitFor();
        page.locator(".fjs-form").waitFor();

        assertThat(page.locator(".task-card .claim:visible, .createCommentLink:visible, .instance-link:visible")
                        .count())
                .isZero();
        // Tasklist asks for the list of all people before it gives a task to one of them; managers have a page for
        // that.
        Locator person = page.locator(".task-card .meta.actors .assignee span[tabindex]:visible")
                .first();
        page.waitForCondition(() -> "-1".equals(person.getAttribute("tabindex")));
        assertThat(person.evaluate("one => getComputedStyle(one).pointerEvents"))
                .isEqualTo("none");
        for (Locator tab : page.locator(".task-card .nav-tabs li:visible a").all()) {
            Traffic.after(page, tab::click);
        }
        // Nobody else has an inbox of all that is open.
        Inboxes.choose(page, "Tất cả");
        page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText("Quận Long Biên"))
                .nth(1)
                .waitFor();
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {WorkingUnit.COORDINATOR, "secretary", "office", "admin"})
    void nobodyIsOfferedWhatIsRefused(String person) {
        Page page = chromium.newPerson(1366, 900);
        page.navigate(base() + "/login");
        page.locator("button.person[value=" + person + "]").dispatchEvent("click");
        page.waitForURL(url -> !url.contains("/login"));
        List<String> refused = new ArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400 && response.url().contains("/camunda/")) {
                refused.add(response.status() + " " + response.url());
            }
        });
        boolean works = person.equals(WorkingUnit.COORDINATOR);
        page.navigate(base() + "/camunda/app/tasklist/default/#/"
                + (works ? "?task=" + unit.open().get(0) : ""));
        page.locator(".task-filter h4 a").first().waitFor();
        if (works) {
            page.locator(".fjs-form").waitFor();
            for (Locator tab : page.locator(".task-card .nav-tabs li:visible a").all()) {
                Traffic.after(page, tab::click);
            }
        }
        for (Locator inbox : page.locator(".task-filter h4 a").all()) {
            Traffic.after(page, inbox::click);
        }
        page.locator(".account .dropdown-toggle").click();
        assertThat(page.locator(".account .profile:visible").count()).isEqualTo(person.equals("admin") ? 1 : 0);
        for (Locator link : page.locator("[cam-widget-header] a[href]:visible").all()) {
            String leads = String.valueOf(link.evaluate("one => one.href.split('#')[0]"));
            if (leads.startsWith(base())) {
                assertThat(page.request().get(leads).status()).as(leads).isLessThan(400);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void whatIsNotToBeChangedIsNotReachedWithTheKeyboardEither() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        tasklist.open(unit.open().get(1));
        tasklist.claim();
        Page page = tasklist.page();
        for (String locked :
                List.of(".meta.dates .due-date", ".meta.actors .groups a", ".meta.actors .assignee span[tabindex]")) {
            Locator shown = page.locator(locked + ":visible").first();
            page.waitForCondition(() -> "-1".equals(shown.getAttribute("tabindex")));
            shown.focus();
            page.keyboard().press("Enter");
        }
        assertThat(page.locator(".modal-dialog, .meta .field-control:visible, .meta input:visible")
                        .count())
                .isZero();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
