package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Map;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator types a scorecard and brings its evidence, in Tasklist and on a telephone. */
@InTasklist
class EvidenceBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    final ScorecardToFill card;

    private final Desk desk;
    private final TaskService tasks;
    private final Scorecards scorecards;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    EvidenceBrowserTest(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks, Scorecards scorecards) {
        this.card = new ScorecardToFill(desk, cycles, runtime, tasks);
        this.desk = desk;
        this.tasks = tasks;
        this.scorecards = scorecards;
    }

    @Test
    void aScorecardIsRefusedForAMissingPieceAndAcceptedAfterItWasUploadedInTheTab() throws Exception {
        isRefusedAndThenAccepted(1366);
        whoDecidesOpensItFromTheRow("approve", "qbadinhHead", 1366);
        desk.complete(desk.task(card.key(), "approve"), Map.of("decision", "approve", "pledge", true));
        whoDecidesOpensItFromTheRow("checkCompleteness", "secretary", 360);
    }

    @Test
    void onATelephoneItIsRefusedAndAcceptedInTheTabToo() throws Exception {
        isRefusedAndThenAccepted(360);
    }

    private void isRefusedAndThenAccepted(int width) throws Exception {
        TasklistPage tasklist = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, width);
        tasklist.open(card.task());
        tasklist.fillWhatIsRequiredInHaste();
        assertThat(tasklist.submit()).isFalse();
        assertThat(tasklist.notice()).contains("thiếu tệp minh chứng bắt buộc: CS-C1, CS-C4");

        Page page = tasklist.page();
        // The notice stays until it is closed, above whatever lies there.
        page.locator(".page-notifications .alert .close").last().click();
        Inboxes.tab(page, "Minh chứng");
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
        Picture.ofWindow(page, SCREENSHOTS.resolve(width == 360 ? "evidence-tab-360.png" : "evidence-tab.png"));

        Inboxes.tab(page, "Biểu mẫu");
        page.locator(".fjs-form").getByText("Đã có 2 tệp minh chứng").waitFor();
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(scorecards.of(card.cycle(), ScorecardToFill.UNIT)).allMatch(row -> row.self() != null);
    }

    /** The link in the row of the criterion leads to its files, in a window beside the form. */
    private void whoDecidesOpensItFromTheRow(String step, String person, int width) {
        String deciding = desk.task(card.key(), step).getId();
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
        Picture.ofWindow(tasklist.page(), SCREENSHOTS.resolve(step + "-" + width + ".png"));
        Page evidence =
                tasklist.page().waitForPopup(() -> row.getByText("Mở 2 tệp").click());
        evidence.locator("#CS-C1 .piece").nth(1).waitFor();
        assertThat(evidence.url()).endsWith("/evidence/" + deciding + "#CS-C1");
        assertThat(Axe.barriers(evidence)).isEmpty();
        Picture.ofWindow(evidence, SCREENSHOTS.resolve(step + "-evidence-" + width + ".png"));
    }

    private static void upload(FrameLocator evidence, String criterion, FilePayload... files) {
        evidence.locator("#" + criterion + " input[type=file]").setInputFiles(files);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
