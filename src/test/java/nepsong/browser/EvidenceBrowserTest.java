package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.Trial;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Subject;
import nepsong.commendation.SubjectType;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator brings evidence and types a scorecard, in Tasklist and on a telephone. */
@InTasklist
class EvidenceBrowserTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Desk desk;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Scorecards scorecards;
    private final JdbcClient jdbc;
    private final Nominations nominations;

    @LocalServerPort
    int port;

    private Chromium chromium;
    private String cycle = "";
    private String task = "";

    @Autowired
    EvidenceBrowserTest(
            Desk desk,
            Cycles cycles,
            RuntimeService runtime,
            TaskService tasks,
            Scorecards scorecards,
            JdbcClient jdbc,
            Nominations nominations) {
        this.nominations = nominations;
        this.jdbc = jdbc;
        this.desk = desk;
        this.cycles = cycles;
        this.runtime = runtime;
        this.tasks = tasks;
        this.scorecards = scorecards;
    }

    @BeforeEach
    void aCoordinatorHasAScorecardToFill() {
        chromium = Chromium.launch();
        cycle = "eb-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        selfAssess(UNIT, "Quận Ba Đình");
        desk.complete(desk.task(key(), "acknowledge"), Map.of("received", true, "staffCount", 120));
        task = desk.task(key(), "scoreCriteria").getId();
        tasks.claim(task, COORDINATOR);
    }

    private void selfAssess(String unit, String unitName) {
        runtime.startProcessInstanceByKey("self-assessment", cycle + "/" + unit, Trial.unit(cycle, unit, unitName));
    }

    @AfterEach
    void theWorkIsPutAway() {
        chromium.close();
        runtime.createProcessInstanceQuery().list().stream()
                .filter(one -> String.valueOf(one.getBusinessKey()).startsWith(cycle + "/"))
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
    }

    @Test
    void aScorecardIsRefusedForAMissingPieceAndAcceptedAfterItWasUploadedInTheTab() throws Exception {
        isRefusedAndThenAccepted(1366);
        whoDecidesOpensItFromTheRow("approve", "qbadinhHead", 1366);
        desk.complete(desk.task(key(), "approve"), Map.of("decision", "approve", "pledge", true));
        whoDecidesOpensItFromTheRow("checkCompleteness", "secretary", 360);
    }

    @Test
    void onATelephoneItIsRefusedAndAcceptedInTheTabToo() throws Exception {
        isRefusedAndThenAccepted(360);
    }

    private void isRefusedAndThenAccepted(int width) throws Exception {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, width);
        tasklist.open(task);
        tasklist.fillWhatIsRequiredInHaste();
        assertThat(tasklist.submit()).isFalse();
        assertThat(tasklist.notice()).contains("thiếu tệp minh chứng bắt buộc: CS-C1, CS-C4");

        Page page = tasklist.page();
        // The notice stays until it is closed, above whatever lies there.
        page.locator(".page-notifications .alert .close").last().click();
        tab(page, "Minh chứng");
        FrameLocator evidence = page.frameLocator("iframe.nepsong-evidence");
        evidence.locator("#lacking").getByText("CS-C1, CS-C4").waitFor();
        upload(
                evidence,
                "CS-C1",
                new FilePayload("Sảnh tầng 1.jpg", "image/jpeg", GoodFiles.located(GoodFiles.photo(640, 480, 1))),
                new FilePayload("Kế hoạch.docx", "application/octet-stream", GoodFiles.word(1)),
                new FilePayload("Virus.pdf", "application/pdf", "<html>".getBytes()));
        evidence.locator("#CS-C1 .piece").nth(1).waitFor();
        evidence.locator("#CS-C1 .uploads .bad").getByText("không phải PDF").waitFor();
        evidence.locator("#CS-C1 .piece").first().getByText("Dùng cho mục khác").click();
        evidence.locator("#reuse .choices").getByText("CS-C4").click();
        // The question stands in the middle of the tab, part of which a telephone shows at a time.
        page.locator("iframe.nepsong-evidence").evaluate("tab => tab.scrollIntoView({block: 'end'})");
        evidence.locator("#reuse button[value=save]").click();
        evidence.locator("#CS-C4 .piece").waitFor();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(width == 360 ? "evidence-tab-360.png" : "evidence-tab.png")));

        tab(page, "Biểu mẫu");
        page.locator(".fjs-form").getByText("Đã có 2 tệp minh chứng").waitFor();
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(scorecards.of(cycle, UNIT)).allMatch(row -> row.self() != null);
    }

    /** The link in the row of the criterion leads to its files, in a window beside the form. */
    private void whoDecidesOpensItFromTheRow(String step, String person, int width) {
        String deciding = desk.task(key(), step).getId();
        tasks.claim(deciding, person);
        TasklistPage tasklist = TasklistPage.of(chromium, base(), person, width);
        tasklist.open(deciding);
        Locator row =
                tasklist.page().locator(".nepsong-rows tr").filter(new Locator.FilterOptions().setHasText("CS-C1"));
        assertThat(row.innerText()).contains("Sảnh tầng 1.jpg", "Kế hoạch.docx");
        row.scrollIntoViewIfNeeded();
        assertThat(row.boundingBox().x + row.boundingBox().width)
                .as("nothing sticks out at the side")
                .isLessThanOrEqualTo(width);
        tasklist.page()
                .screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(step + "-" + width + ".png")));
        Page evidence =
                tasklist.page().waitForPopup(() -> row.getByText("Mở 2 tệp").click());
        evidence.locator("#CS-C1 .piece").nth(1).waitFor();
        assertThat(evidence.url()).endsWith("/evidence/" + deciding + "#CS-C1");
        assertThat(Axe.barriers(evidence)).isEmpty();
        evidence.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(step + "-evidence-" + width + ".png")));
    }

    @Test
    void whatWasTypedSurvivesAKilledBrowser() {
        TasklistPage first = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        first.open(task);
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
        TasklistPage second = TasklistPage.of(chromium, base(), COORDINATOR, 360);
        second.open(task);
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
        assertThat(scorecards.of(cycle, UNIT)).as("nothing was handed in").allMatch(row -> row.self() == null);
    }

    @Test
    void whatWasTypedIsKeptWhenSomebodyGoesToAnotherTaskAtOnce() {
        selfAssess("q-tay-ho", "Quận Tây Hồ");
        String other = desk.task(cycle + "/q-tay-ho", "acknowledge").getId();
        tasks.setAssignee(other, COORDINATOR);
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        tasklist.open(task);
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
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        tasklist.open(task);
        Page page = tasklist.page();
        page.locator(".fjs-form-field-textarea textarea").first().fill("Gõ xong là đóng trang");
        page.navigate("about:blank");
        page.waitForCondition(
                () -> drafted().contains("Gõ xong là đóng trang"),
                new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    @Test
    void nothingIsSavedAnyMoreOnceTheFormIsHandedIn() {
        selfAssess("q-tay-ho", "Quận Tây Hồ");
        String other = desk.task(cycle + "/q-tay-ho", "acknowledge").getId();
        tasks.setAssignee(other, COORDINATOR);
        TasklistPage tasklist = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
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
                .param(task)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void onATelephoneThePageStandsAlone() throws Exception {
        TasklistPage login = TasklistPage.of(chromium, base(), COORDINATOR, 360);
        Page page = login.page();
        page.navigate(base() + "/evidence/" + task);
        page.locator("#CS-A1 input[type=file]")
                .setInputFiles(new FilePayload("Kế hoạch 98.pdf", "application/pdf", GoodFiles.pdf(2)));
        page.locator("#CS-A1 .piece").waitFor();
        page.locator("#CS-A1").getByText("Sửa thông tin").click();
        page.locator("#edit [name=number]").fill("98/KH-UBND");
        page.locator("#edit [name=page]").fill("mục II, trang 4");
        page.locator("#edit button[value=save]").click();
        page.locator("#CS-A1 .cited")
                .getByText("Số 98/KH-UBND, tại mục II, trang 4")
                .waitFor();
        page.waitForFunction("() => document.querySelector('#CS-A1 .thumb img')?.naturalWidth > 0");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("evidence-360.png")));
        assertThat(Axe.barriers(page)).isEmpty();
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as("nothing sticks out at the side")
                .isCloseTo(360, within(1));
        Locator remove = page.locator("#CS-A1 .actions button").last();
        remove.click();
        remove.click();
        page.waitForCondition(() -> page.locator("#CS-A1 .piece").count() == 0);
    }

    @Test
    void filesAreDroppedRenamedAndLookedAt() throws Exception {
        Page page = TasklistPage.of(chromium, base(), COORDINATOR, 1366).page();
        page.navigate(base() + "/evidence/" + task);
        page.locator("#CS-C1 .drop").waitFor();
        List<Route> held = new ArrayList<>();
        page.route("**/api/tasks/" + task + "/evidence", route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        String photo = Base64.getEncoder().encodeToString(GoodFiles.photo(640, 480, 3));
        page.evaluate(
                """
                photo => {
                  const bytes = Uint8Array.from(atob(photo), letter => letter.charCodeAt(0));
                  const dropped = new DataTransfer();
                  dropped.items.add(new File([bytes], 'Sảnh.jpg', {type: 'image/jpeg'}));
                  dropped.items.add(new File(['<html>'], 'Virus.pdf', {type: 'application/pdf'}));
                  const topic = document.querySelector('#CS-C1');
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    topic.dispatchEvent(new DragEvent(type, {dataTransfer: dropped, bubbles: true, cancelable: true}));
                  }
                }
                """,
                photo);
        page.locator("#CS-C1 .uploads progress").first().waitFor();
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute("**/api/tasks/" + task + "/evidence");
        held.forEach(Route::resume);
        page.locator("#CS-C1 .piece").getByText("Sảnh.jpg").waitFor();
        page.locator("#CS-C1 .uploads .bad").getByText("không phải PDF").waitFor();

        page.locator("#CS-C1").getByText("Sửa thông tin").click();
        page.locator("#edit [name=fileName]").fill("Bảng ở sảnh tầng 1");
        page.locator("#edit button[value=save]").click();
        page.locator("#CS-C1 .piece").getByText("Bảng ở sảnh tầng 1.jpg").waitFor();

        page.locator("#CS-C1 button.thumb").click();
        page.waitForFunction("() => document.querySelector('#look[open] img')?.naturalWidth > 0");
    }

    /** No scorecard: the form of another step leads to the same page. */
    @Test
    void theFormOfANominationLeadsToWhereItsPapersAreBrought() throws Exception {
        String confirm = nominated();
        TasklistPage tasklist = TasklistPage.of(chromium, base(), "qbadinhHead", 1366);
        tasklist.open(confirm);
        Locator link = tasklist.page().locator(".fjs-form").getByText("đưa lên, xem tệp");
        link.scrollIntoViewIfNeeded();
        tasklist.page()
                .screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("nomination-form-1366.png")));
        Page papers = tasklist.page().waitForPopup(link::click);
        papers.setViewportSize(360, 740);
        papers.locator("#TTR input[type=file]")
                .setInputFiles(new FilePayload("Tờ trình 12.pdf", "application/pdf", GoodFiles.pdf(1)));
        papers.locator("#TTR .piece").waitFor();
        assertThat(papers.locator("#ANH .drop").count()).as("without consent").isZero();
        assertThat(Axe.barriers(papers)).isEmpty();
        papers.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("nomination-papers-360.png")));
    }

    private String nominated() {
        Nomination nomination = Nomination.fresh(
                null,
                UNIT,
                new Subject(SubjectType.COLLECTIVE, "Tổ dân phố số 5", null, null, "Phường Ngọc Hà"),
                AwardForm.COMMENDATION_LETTER,
                new Achievement(
                        "Giữ gìn ngõ xóm sạch đẹp. ".repeat(10),
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2023, 6, 1),
                        null,
                        null),
                null,
                COORDINATOR,
                Instant.now());
        nominations.add(nomination);
        // Below the cycle's key, so that it is put away with it.
        String key = cycle + "/" + nomination.id();
        runtime.startProcessInstanceByKey(
                "commendation",
                key,
                Map.of("nomination", nomination.id(), "unit", UNIT, "unitKey", "qbadinh", "unitName", "Quận Ba Đình"));
        String confirm = desk.task(key, "confirmByUnit").getId();
        tasks.claim(confirm, "qbadinhHead");
        return confirm;
    }

    private static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs").getByText(name).click();
    }

    private static void upload(FrameLocator evidence, String criterion, FilePayload... files) {
        evidence.locator("#" + criterion + " input[type=file]").setInputFiles(files);
    }

    private String key() {
        return cycle + "/" + UNIT;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
