package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.Trial;
import nepsong.correction.BeginSecondLooks;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A faded board: photographed, handed over, replaced, photographed again, verified, looked at again; and what stands in the unit's file then. */
@InTasklist
class FindingBrowserTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Desk desk;
    private final Cycles cycles;
    private final RecordFindings recording;
    private final Findings findings;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final BeginSecondLooks secondLooks;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Chromium chromium;
    private String cycle = "";

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
        this.desk = desk;
        this.cycles = cycles;
        this.recording = recording;
        this.findings = findings;
        this.runtime = runtime;
        this.tasks = tasks;
        this.secondLooks = secondLooks;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aUnitIsInspectedByAnotherAndABoardHasFaded() {
        chromium = Chromium.launch();
        cycle = "fb-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql(
                        "insert into pairings values (?, 'khoi-1', 1, 7, 0, '', '', false, false, ?, null, null, null, ?, 'x', '')")
                .params(cycle, now, now)
                .update();
        jdbc.sql("insert into pairs values (?, 'khoi-1', 1, ?, 'q-tay-ho', 0, null)")
                .params(cycle, UNIT)
                .update();
        jdbc.sql(
                        """
                        insert into scorecard_rows (cycle, unit, criterion, position, self_not_applicable, self_score, self_note,
                               cross_not_applicable, cross_score, cross_note, agreed, explanation, proposed_score,
                               final_not_applicable, final_score)
                        select ?, ?, code, position, false, max, 'Đã ban hành và niêm yết', false, max - 0.5,
                               'Một số phòng chưa có', false, 'Đã bổ sung trong tuần kiểm tra', max, false, max - 0.25
                        from criteria where version = 1 and set_code = 'workplace'
                        """)
                .params(cycle, UNIT)
                .update();
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "qtayhoInspector",
                        List.of(new NewFinding(
                                "BOARD_FADED",
                                "MINOR",
                                "Sảnh tầng 1, bộ phận một cửa",
                                "Bảng niêm yết Quy tắc ứng xử đã bạc màu, khó đọc từ xa",
                                "CS-C1"))))
                .isEmpty();
    }

    @AfterEach
    void theWorkIsPutAway() {
        clock.reset();
        chromium.close();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
    }

    @Test
    void aFindingIsClosedWithBothPhotosAndStandsInTheUnitsFile() throws Exception {
        handOver();
        report();
        verify();
        Finding closed = findings.of(cycle, UNIT).get(0);
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
        deadlines.close();

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
        tab(secretary.page(), "Minh chứng");
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
        tab(telephone.page(), "Minh chứng");
        evidence(telephone.page()).locator("[data-topic='TT-1.1'] img").waitFor();
        upload(telephone.page(), "TT-1.1.XM", "Khi xác minh.jpg", 4);
        shoot(telephone.page(), "finding-verify-photos-360.png");
        tab(telephone.page(), "Biểu mẫu");
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
        onATelephone(task, "secretary", "finding-look-again-360.png", telephone -> {
            telephone.page().getByText("Còn đạt – giữ nguyên").click();
            submitted(telephone);
        });
    }

    private void look(String reader, int width) {
        Page page = logIn(reader, width);
        assertThat(page.navigate(file()).status()).as(reader).isEqualTo(200);
        assertThat(page.locator("#TT-1 .photo img").count())
                .as("before, after, as it was verified, and thirty days on")
                .isEqualTo(4);
        page.waitForFunction(
                "() => [...document.querySelectorAll('#TT-1 .photo img')].every(photo => photo.naturalWidth > 0)");
        assertThat(page.locator("#TT-1").innerText())
                .contains("Đã khắc phục", "Báo cáo lần 1", "Đạt", "Xem lại: còn đạt");
        Locator row = page.locator("#CS-A1");
        assertThat(row.innerText()).contains("Đã bổ sung trong tuần kiểm tra");
        assertThat(List.of("Tự chấm", "Chấm chéo", "Điểm chốt").stream()
                        .map(score ->
                                row.locator("[data-label='" + score + "']").innerText()))
                .as("self, cross and final score")
                .containsExactly("4", "3,5", "3,75");
        fits(page, width);
        assertThat(Axe.barriers(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("unit-file-" + reader + "-" + width + ".png")));
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
        Page page = chromium.newPerson(width, 900);
        page.navigate(base() + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static void fits(Page page, int width) {
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as("nothing sticks out at the side")
                .isCloseTo(width, within(1));
    }

    private String claimed(String task, String person) {
        String id = desk.task(key(), task).getId();
        tasks.claim(id, person);
        return id;
    }

    private static void upload(Page page, String topic, String name, int seed) throws IOException {
        tab(page, "Minh chứng");
        FrameLocator evidence = evidence(page);
        evidence.locator("[data-topic='" + topic + "'] input[type=file]")
                .setInputFiles(new FilePayload(name, "image/jpeg", GoodFiles.photo(800, 600, seed)));
        evidence.locator("[data-topic='" + topic + "'] .piece img").waitFor();
    }

    private static FrameLocator evidence(Page page) {
        return page.frameLocator("iframe.nepsong-evidence");
    }

    private static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs").getByText(name).click();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)));
    }

    private String file() {
        return base() + "/units/" + UNIT + "?cycle=" + cycle;
    }

    private String key() {
        return cycle + "/" + UNIT;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
