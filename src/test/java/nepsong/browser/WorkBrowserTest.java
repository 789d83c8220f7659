package nepsong.browser;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import nepsong.engine.AllowedCalls;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task at work: what its tabs show, and what follows when it is completed. */
@InTasklist
class WorkBrowserTest {

    @RegisterExtension
    final WorkingUnit unit;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    WorkBrowserTest(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.unit = new WorkingUnit(desk, cycles, runtime, tasks);
    }

    @Test
    void theTabsShowTheUnitsFileAndWhereItStandsAndWhyTheTaskIs() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        Page page = tasklist.page();
        tasklist.open(unit.open().get(1));
        Inboxes.tab(page, "Hồ sơ");
        FrameLocator file = page.frameLocator("iframe[title='Hồ sơ']");
        file.locator("h1").waitFor();
        assertThat(file.locator("h1").innerText()).contains("Quận Long Biên");
        assertThat(file.locator(".site-header").count()).isZero();

        Inboxes.tab(page, "Tiến độ");
        FrameLocator standing = page.frameLocator("iframe[title='Tiến độ']");
        standing.locator(".activity-counts .running").first().waitFor();
        assertThat(standing.locator("tbody tr").first().innerText()).contains("Đang ở đây");
        Picture.ofWindow(page, picture("standing"));

        Inboxes.tab(page, "Mô tả");
        Locator description = page.locator(".tab-content");
        description.locator("a[href='/guide']").waitFor();
        assertThat(description.innerText())
                .contains("Thời hạn", "Tiếp theo", "Căn cứ", "522/QĐ-UBND", "1665/QĐ-UBND")
                .containsOnlyOnce("Hướng dẫn");
        for (Locator way : description.locator("a").all()) {
            assertThat(page.request().get(base() + way.getAttribute("href")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoMayNotKnowOfTheTaskGetsNeitherTab() {
        Page page = TasklistPage.of(chromium, base(), "qtayhoCoordinator", 1366).page();
        for (String tab :
                List.of("file", "standing", "standing?process=correction", "standing/self-assessment/model")) {
            assertThat(page.request()
                            .get(base() + "/tasks/" + unit.open().get(0) + "/" + tab)
                            .status())
                    .as(tab)
                    .isEqualTo(404);
        }
        assertThat(page.request()
                        .get(base() + "/api/tasks/places?task=" + unit.open().get(0))
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void afterATaskIsCompletedTheNextOfTheSameInboxOpensAndNothingWasCalledThatIsNotAllowed() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        Page page = tasklist.page();
        RecordedCalls calls = new RecordedCalls(page.context());
        page.setDefaultTimeout(20_000);
        page.reload();
        Inboxes.choose(page, WorkingUnit.GROUPS);
        Locator first = page.locator(".tasks-list li.task h4 a").first();
        first.waitFor();
        first.click();
        page.waitForURL(url -> url.contains("task="));
        tasklist.claim();
        String done = shown(page);
        tasklist.fillWhatIsRequired();
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();

        String next = unit.open().stream()
                .filter(task -> !task.equals(done))
                .findFirst()
                .orElseThrow();
        page.waitForCondition(() -> next.equals(shown(page)));
        page.locator("button.claim").waitFor();

        tasklist.claim();
        tasklist.release();
        for (Locator tab : page.locator(".task-card .nav-tabs li:visible a").all()) {
            tab.click();
        }
        page.locator(".createCommentLink").first().click();
        page.locator(".modal-dialog textarea").fill("Đã xem");
        page.locator(".modal-dialog .btn-primary").click();
        page.locator(".modal-dialog").waitFor(GONE);
        tasklist.chooseProcess("Khen thưởng");
        tasklist.rest();
        page.navigate(base() + "/camunda/app/tasklist/default/");
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        page.waitForURL(url -> url.contains("/login"));
        assertOnlyWhatIsAllowedWasCalled(calls);
    }

    /** The calls were written down from such a session: what no browser asks for any more is not to stay open. */
    private static void assertOnlyWhatIsAllowedWasCalled(RecordedCalls calls) {
        assertThat(calls.all())
                .filteredOn(call -> call.status() == 403 || call.status() == 401)
                .isEmpty();
        Map<String, String> allowed = RecordedCalls.allowed();
        assertThat(calls.named())
                .isEqualTo(allowed.keySet().stream()
                        .filter(call -> allowed.getOrDefault(call, "").isEmpty())
                        .collect(toCollection(TreeSet::new)));
        assertThat(RecordedCalls.allThereAre().stream()
                        .filter(call -> AllowedCalls.allow(call, Set.of("coordinatorAtqlongbien", Groups.MANAGERS))))
                .containsExactlyInAnyOrderElementsOf(allowed.keySet());
    }

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    private static String shown(Page page) {
        return String.valueOf(page.evaluate("() => new URLSearchParams(location.hash.split('?')[1]).get('task')"));
    }

    private static Path picture(String name) {
        return Path.of("target", "screenshots", "work", name + ".png");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
