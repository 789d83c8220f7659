package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The inbox: what its cards say, in both languages. */
@InTasklist
class InboxBrowserTest {

    private static final String LEFT_EDGES_OF_A_LONG_CHOICE =
            """
            label => {
              const text = [...label.childNodes].find(node => node.nodeType === Node.TEXT_NODE);
              text.data = 'Một lựa chọn dài '.repeat(9);
              const range = document.createRange();
              range.selectNodeContents(text);
              return new Set([...range.getClientRects()].map(line => Math.round(line.left))).size;
            }
            """;

    @RegisterExtension
    final WorkingUnit unit;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    InboxBrowserTest(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.unit = new WorkingUnit(desk, cycles, runtime, tasks);
    }

    @Test
    void aCardSaysUnitAndCycleAndWhatIsLateAndEveryInboxItsCount() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        Page page = tasklist.page();
        List<String> calls = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/api/tasks/places")) {
                calls.add(request.url());
            }
        });
        Inboxes.choose(page, WorkingUnit.GROUPS);

        Locator places = page.locator(".nepsong-place");
        page.waitForCondition(() -> places.allInnerTexts().stream()
                        .filter(text -> text.contains("Kỳ work-"))
                        .count()
                >= 2);
        assertThat(places.allInnerTexts()).allMatch(text -> text.startsWith("Quận Long Biên · Kỳ "));
        assertThat(calls).as("one call for the page of cards").hasSize(1);
        assertThat(page.locator(".tasks-list .due-date.overdue").count()).isEqualTo(1);
        assertThat(page.evaluate(
                        "() => getComputedStyle(document.querySelector('.due-date.overdue'), '::before').content"))
                .asString()
                .contains("Quá hạn");
        page.waitForCondition(() -> Inboxes.count(page, WorkingUnit.GROUPS).equals("2")
                && Inboxes.count(page, "Quá hạn").equals("1"));
        Picture.ofWindow(page, picture("cards"));
    }

    @Test
    void whoHasSwitchedToEnglishReadsOurAdditionsInEnglish() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 1366);
        Page page = tasklist.page();
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl(base())));
        // The words come with the application.
        tasklist.rest();
        tasklist.open(unit.open().get(0));
        for (String name : List.of("Evidence", "File", "Progress")) {
            Inboxes.tab(page, name);
            page.locator("iframe[title='" + name + "']").waitFor();
        }
        Inboxes.choose(page, WorkingUnit.GROUPS);
        page.waitForCondition(() ->
                page.locator(".nepsong-place").allInnerTexts().stream().anyMatch(text -> text.contains("Cycle work-")));
        assertThat(page.evaluate(
                        "() => getComputedStyle(document.querySelector('.due-date.overdue'), '::before').content"))
                .asString()
                .contains("Overdue");
        Picture.ofWindow(page, picture("english"));
    }

    @Test
    void whoeverOpensATaskOnATelephoneIsBroughtToItsForm() {
        Page page =
                TasklistPage.of(chromium, base(), WorkingUnit.COORDINATOR, 360).page();
        page.setViewportSize(360, 740);
        Inboxes.choose(page, WorkingUnit.GROUPS);
        page.locator(".tasks-list li.task h4 a").first().click();
        Locator form = page.locator(".fjs-form");
        form.waitFor();
        page.waitForCondition(() -> form.boundingBox().y < 400);
        assertThat(page.locator(".task-card > header h2").boundingBox().y)
                .as("its name is still to be read above it")
                .isPositive();
        Picture.ofWindow(page, picture("telephone"));
        assertThat(form.locator("label:has(> input)").first().evaluate(LEFT_EDGES_OF_A_LONG_CHOICE))
                .as("no line begins below the button")
                .isEqualTo(1);
    }

    private static Path picture(String name) {
        return Path.of("target", "screenshots", "work", name + ".png");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
