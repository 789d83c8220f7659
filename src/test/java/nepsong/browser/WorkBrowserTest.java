package nepsong.browser;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.AllowedCalls;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The inbox at work: what the cards, the tabs and the buttons say and do. */
@InTasklist
class WorkBrowserTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-long-bien";
    private static final String COORDINATOR = "qlongbienCoordinator";
    private static final String GROUPS = "Việc của nhóm tôi";

    private static Chromium chromium;

    private final Desk desk;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final List<String> open = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    WorkBrowserTest(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.desk = desk;
        this.cycles = cycles;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
    }

    @BeforeEach
    void aUnitHasTwoTasksOneOfThemLate() {
        Task late = begin();
        late.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(2))));
        tasks.saveTask(late);
        begin();
    }

    @AfterEach
    void nothingIsLeft() {
        runtime.createProcessInstanceQuery().processDefinitionKey("self-assessment").list().stream()
                .filter(instance -> String.valueOf(instance.getBusinessKey()).startsWith("work-"))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    private Task begin() {
        String cycle = "work-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho", "q-hoan-kiem"));
        runtime.startProcessInstanceByKey(
                "self-assessment",
                cycle + "/" + UNIT,
                Map.of(
                        "cycle", cycle,
                        "cycleName", "Kỳ kiểm tra thử",
                        "bloc", "khoi-1",
                        "blocName", "Khối 1",
                        "unit", UNIT,
                        "unitKey", "qlongbien",
                        "unitName", "Quận Long Biên"));
        Task task = desk.task(cycle + "/" + UNIT, "acknowledge");
        open.add(task.getId());
        return task;
    }

    @Test
    void aCardSaysUnitAndCycleAndWhatIsLateAndEveryInboxItsCount() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        Page page = tasklist.page();
        List<String> calls = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/api/tasks/places")) {
                calls.add(request.url());
            }
        });
        choose(page, GROUPS);

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
        page.waitForCondition(
                () -> count(page, GROUPS).equals("2") && count(page, "Quá hạn").equals("1"));
        page.screenshot(new Page.ScreenshotOptions().setPath(picture("cards")));
        page.context().close();
    }

    @Test
    void theTabsShowTheUnitsFileAndWhereItStandsAndWhyTheTaskIs() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        Page page = tasklist.page();
        tasklist.open(open.get(1));
        tab(page, "Hồ sơ");
        FrameLocator file = page.frameLocator("iframe[title='Hồ sơ']");
        file.locator("h1").waitFor();
        assertThat(file.locator("h1").innerText()).contains("Quận Long Biên");
        assertThat(file.locator(".site-header").count()).isZero();

        tab(page, "Tiến độ");
        FrameLocator standing = page.frameLocator("iframe[title='Tiến độ']");
        standing.locator(".activity-counts .running").first().waitFor();
        assertThat(standing.locator("tbody tr").first().innerText()).contains("Đang ở đây");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture("standing")));

        tab(page, "Mô tả");
        Locator description = page.locator(".tab-content");
        description.locator("a[href='/guide']").waitFor();
        assertThat(description.innerText())
                .contains("Thời hạn", "Tiếp theo", "Căn cứ", "522/QĐ-UBND", "1665/QĐ-UBND")
                .containsOnlyOnce("Hướng dẫn");
        for (Locator way : description.locator("a").all()) {
            assertThat(page.request().get(base() + way.getAttribute("href")).status())
                    .isEqualTo(200);
        }
        page.context().close();
    }

    @Test
    void whoMayNotKnowOfTheTaskGetsNeitherTab() {
        Page page = TasklistPage.of(chromium, base(), "qtayhoCoordinator", 1366).page();
        for (String tab :
                List.of("file", "standing", "standing?process=correction", "standing/self-assessment/model")) {
            assertThat(page.request()
                            .get(base() + "/tasks/" + open.get(0) + "/" + tab)
                            .status())
                    .as(tab)
                    .isEqualTo(404);
        }
        assertThat(page.request()
                        .get(base() + "/api/tasks/places?task=" + open.get(0))
                        .text())
                .isEqualTo("[]");
        page.context().close();
    }

    @Test
    void afterATaskIsCompletedTheNextOfTheSameInboxOpensAndNothingWasCalledThatIsNotAllowed() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        Page page = tasklist.page();
        RecordedCalls calls = new RecordedCalls(page.context());
        page.setDefaultTimeout(20_000);
        page.reload();
        choose(page, GROUPS);
        Locator first = page.locator(".tasks-list li.task h4 a").first();
        first.waitFor();
        first.click();
        page.waitForURL(url -> url.contains("task="));
        tasklist.claim();
        String done = shown(page);
        tasklist.fillWhatIsRequired();
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();

        String next =
                open.stream().filter(task -> !task.equals(done)).findFirst().orElseThrow();
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
        page.context().close();
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

    @Test
    void aManagerSeesNoButtonThatWouldBeRefused() {
        tasks.setAssignee(open.get(0), COORDINATOR);
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
        page.navigate(base() + "/camunda/app/tasklist/default/#/?task=" + open.get(0));
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
        choose(page, "Tất cả");
        page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText("Quận Long Biên"))
                .nth(1)
                .waitFor();
        assertThat(refused).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {COORDINATOR, "secretary", "office", "admin"})
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
        boolean works = person.equals(COORDINATOR);
        page.navigate(base() + "/camunda/app/tasklist/default/#/" + (works ? "?task=" + open.get(0) : ""));
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
        page.context().close();
    }

    @Test
    void whatIsNotToBeChangedIsNotReachedWithTheKeyboardEither() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        tasklist.open(open.get(1));
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
        page.context().close();
    }

    @Test
    void whoeverOpensATaskOnATelephoneIsBroughtToItsForm() {
        Page page = TasklistPage.of(chromium, base(), COORDINATOR, 360).page();
        page.setViewportSize(360, 740);
        choose(page, GROUPS);
        Locator card = page.locator(".tasks-list li.task h4 a").first();
        card.click();
        Locator form = page.locator(".fjs-form");
        form.waitFor();
        page.waitForCondition(() -> form.boundingBox().y < 400);
        assertThat(page.locator(".task-card > header h2").boundingBox().y)
                .as("its name is still to be read above it")
                .isPositive();
        page.screenshot(new Page.ScreenshotOptions().setPath(picture("telephone")));
        assertThat(form.locator("label:has(> input)").first().evaluate(LEFT_EDGES_OF_A_LONG_CHOICE))
                .as("no line begins below the button")
                .isEqualTo(1);
        page.context().close();
    }

    @Test
    void aRefusedClaimSaysWhyAndLeavesTheButtonToBePressedAgain() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        Page page = tasklist.page();
        tasklist.open(open.get(0));
        Locator claim = page.locator("button.claim");
        claim.waitFor();
        tasks.setAssignee(open.get(0), "qlongbienHead");
        claim.click();

        assertThat(tasklist.notice()).contains("Chưa nhận được nhiệm vụ\n");
        assertThat(page.locator(".page-notifications .alert strong:not(.status):visible")
                        .count())
                .as("no colon that stands alone")
                .isZero();
        page.waitForCondition(claim::isEnabled);
        tasks.setAssignee(open.get(0), null);
        tasklist.claim();
        page.context().close();
    }

    @Test
    void whoHasSwitchedToEnglishReadsOurAdditionsInEnglish() {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        Page page = tasklist.page();
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl(base())));
        // The words come with the application.
        tasklist.rest();
        tasklist.open(open.get(0));
        for (String name : List.of("Evidence", "File", "Progress")) {
            tab(page, name);
            page.locator("iframe[title='" + name + "']").waitFor();
        }
        choose(page, GROUPS);
        page.waitForCondition(() ->
                page.locator(".nepsong-place").allInnerTexts().stream().anyMatch(text -> text.contains("Cycle work-")));
        assertThat(page.evaluate(
                        "() => getComputedStyle(document.querySelector('.due-date.overdue'), '::before').content"))
                .asString()
                .contains("Overdue");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture("english")));
        page.context().close();
    }

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

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    private static void choose(Page page, String inbox) {
        page.locator(".task-filter h4 a")
                .filter(new Locator.FilterOptions().setHasText(inbox))
                .click();
    }

    private static String count(Page page, String inbox) {
        return String.valueOf(page.locator(".task-filter h4 a")
                .filter(new Locator.FilterOptions().setHasText(inbox))
                .getAttribute("data-count"));
    }

    private static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

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
