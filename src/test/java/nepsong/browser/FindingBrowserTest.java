package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.correction.BeginSecondLooks;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A faded board: photographed, handed over, replaced, photographed again, verified, looked at again; and what stands in the unit's file then. */
@InTasklist
class FindingBrowserTest {

    private static final String UNIT = FadedBoard.UNIT;
    private static final String COORDINATOR = FadedBoard.COORDINATOR;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    final FadedBoard board;

    private final Desk desk;
    private final Findings findings;
    private final TaskService tasks;
    private final BeginSecondLooks secondLooks;
    private final MovableClock clock;

    @LocalServerPort
    int port;

    private Chromium chromium;

    @Autowired
    FindingBrowserTest(
            Desk desk,
            Cycles cycles,
            RecordFindings recording,
            Findings findings,
            RuntimeService runtime,
            TaskService tasks,
            BeginSecondLooks secondLooks,
            MovableClock clock,
            JdbcClient jdbc) {
        this.board = new FadedBoard(cycles, recording, runtime, jdbc);
        this.desk = desk;
        this.findings = findings;
        this.tasks = tasks;
        this.secondLooks = secondLooks;
        this.clock = clock;
    }

    @BeforeEach
    void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterEach
    void theBrowserIsClosed() {
        clock.reset();
        chromium.close();
    }

    @Test
    void aFindingIsClosedWithBothPhotosAndStandsInTheUnitsFile() throws Exception {
        handOver();
        report();
        verify();
        Finding closed = findings.of(board.cycle(), UNIT).get(0);
        assertThat(closed.isOpen()).isFalse();
        lookAgain();

        look(COORDINATOR, 360);
        look("qtayhoInspector", 1366);
        look("manager", 1366);
        Page outsider = logIn("qdongdaCoordinator", 360);
        assertThat(outsider.navigate(file()).status()).isEqualTo(404);
    }

    private void handOver() throws IOException {
        TasklistPage secretary = TasklistPage.of(chromium, base(), "secretary", 1366);
        String task = claimed("assignCorrection", "secretary");
        secretary.open(task);
        assertThat(secretary.submit()).isFalse();
        assertThat(secretary.notice()).contains("ảnh hiện trạng");
        upload(secretary.page(), "TT-1", "Bảng ở sảnh.jpg", 1);
        shoot(secretary.page(), "finding-assign.png");
        secretary.page().context().close();
        onATelephone(task, "secretary", "finding-assign-360.png", FindingBrowserTest::submitted);
    }

    private void report() throws IOException {
        String task = claimed("reportCorrection", COORDINATOR);
        TasklistPage unit = TasklistPage.of(chromium, base(), COORDINATOR, 1366);
        unit.open(task);
        unit.fillWhatIsRequired();
        assertThat(unit.submit()).isFalse();
        assertThat(unit.notice()).contains("ảnh sau khắc phục");
        shoot(unit.page(), "finding-report.png");
        Page deadlines = unit.page()
                .waitForPopup(() ->
                        unit.page().locator(".fjs-form a[href$='/extensions']").click());
        assertThat(deadlines.url()).endsWith("/extensions");
        assertThat(unit.isOpen()).as("the form stays where it is").isTrue();
        unit.page().context().close();

        Page telephone = logIn(COORDINATOR, 360);
        telephone.navigate(base() + "/evidence/" + task);
        assertThat(telephone.locator("[data-topic='TT-1'] input[type=file]").count())
                .as("what was found is only looked at")
                .isZero();
        telephone
                .locator("[data-topic='TT-1.1'] input[type=file]")
                .setInputFiles(new FilePayload("Bảng mới.jpg", "image/jpeg", GoodFiles.photo(800, 600, 2)));
        telephone.locator("[data-topic='TT-1.1'] .piece img").waitFor();
        fits(telephone, 360);
        assertThat(Axe.barriers(telephone)).isEmpty();
        shoot(telephone, "finding-report-photo-360.png");
        telephone.context().close();
        onATelephone(task, COORDINATOR, "finding-report-360.png", form -> {
            form.fillWhatIsRequired();
            submitted(form);
        });
    }

    private void verify() throws IOException {
        TasklistPage secretary = TasklistPage.of(chromium, base(), "secretary", 1366);
        String task = claimed("verifyCorrection", "secretary");
        secretary.open(task);
        shoot(secretary.page(), "finding-verify.png");
        Inboxes.tab(secretary.page(), "Minh chứng");
        FrameLocator evidence = evidence(secretary.page());
        Locator before = evidence.locator("[data-topic='TT-1'] img");
        Locator after = evidence.locator("[data-topic='TT-1.1'] img");
        before.waitFor();
        after.waitFor();
        assertThat(before.boundingBox().y).as("beside each other").isCloseTo(after.boundingBox().y, within(60.0));
        assertThat(before.boundingBox().x).isLessThan(after.boundingBox().x);
        shoot(secretary.page(), "finding-verify-photos.png");
        secretary.page().context().close();

        TasklistPage telephone = TasklistPage.of(chromium, base(), "secretary", 360);
        telephone.open(task);
        fits(telephone.page(), 360);
        telephone.screenshot(SCREENSHOTS.resolve("finding-verify-360.png"));
        Inboxes.tab(telephone.page(), "Minh chứng");
        evidence(telephone.page()).locator("[data-topic='TT-1.1'] img").waitFor();
        upload(telephone.page(), "TT-1.1.XM", "Khi xác minh.jpg", 4);
        shoot(telephone.page(), "finding-verify-photos-360.png");
        Inboxes.tab(telephone.page(), "Biểu mẫu");
        telephone.page().getByText("Đạt – đóng tồn tại").click();
        telephone.page().getByLabel("Ghi chú khi xác minh").fill("Bảng mới rõ chữ, đúng chỗ");
        assertThat(telephone.submit()).as("%s", telephone.errors()).isTrue();
    }

    private void lookAgain() throws IOException {
        clock.forward(Duration.ofDays(30));
        secondLooks.begin();
        clock.reset();
        TasklistPage secretary = TasklistPage.of(chromium, base(), "secretary", 1366);
        String task = claimed("lookAgain", "secretary");
        secretary.open(task);
        secretary.page().getByText("Còn đạt – giữ nguyên").click();
        shoot(secretary.page(), "finding-look-again.png");
        assertThat(secretary.submit()).isFalse();
        assertThat(secretary.notice()).contains("ảnh chụp hiện nay");
        upload(secretary.page(), "TT-1.1.XL", "Bảng sau 30 ngày.jpg", 3);
        shoot(secretary.page(), "finding-look-again-photos.png");
        secretary.page().context().close();
        onATelephone(task, "secretary", "finding-look-again-360.png", telephone -> {
            telephone.page().getByText("Còn đạt – giữ nguyên").click();
            submitted(telephone);
        });
    }

    private void look(String reader, int width) {
        Page page = logIn(reader, width);
        FindingInFile.look(page, file(), reader);
        fits(page, width);
        assertThat(Axe.barriers(page)).isEmpty();
        Picture.ofAll(page, SCREENSHOTS.resolve("unit-file-" + reader + "-" + width + ".png"));
        page.context().close();
    }

    /** What was refused on the wide screen goes out from the narrow one. */
    private void onATelephone(String task, String person, String name, Consumer<TasklistPage> handIn) {
        TasklistPage telephone = TasklistPage.of(chromium, base(), person, 360);
        telephone.open(task);
        fits(telephone.page(), 360);
        telephone.screenshot(SCREENSHOTS.resolve(name));
        handIn.accept(telephone);
        telephone.page().context().close();
    }

    private static void submitted(TasklistPage form) {
        assertThat(form.submit()).as("%s", form.errors()).isTrue();
    }

    private Page logIn(String person, int width) {
        return new PageReview(chromium, base(), SCREENSHOTS).logIn(person, width);
    }

    private static void fits(Page page, int width) {
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as("nothing sticks out at the side")
                .isCloseTo(width, within(1));
    }

    private String claimed(String task, String person) {
        String id = desk.task(board.key(), task).getId();
        tasks.claim(id, person);
        return id;
    }

    private static void upload(Page page, String topic, String name, int seed) throws IOException {
        Inboxes.tab(page, "Minh chứng");
        FrameLocator evidence = evidence(page);
        evidence.locator("[data-topic='" + topic + "'] input[type=file]")
                .setInputFiles(new FilePayload(name, "image/jpeg", GoodFiles.photo(800, 600, seed)));
        evidence.locator("[data-topic='" + topic + "'] .piece img").waitFor();
    }

    private static FrameLocator evidence(Page page) {
        return page.frameLocator("iframe.nepsong-evidence");
    }

    private static void shoot(Page page, String name) {
        Picture.ofWindow(page, SCREENSHOTS.resolve(name));
    }

    private String file() {
        return base() + "/units/" + UNIT + "?cycle=" + board.cycle();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
