package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.LayOutScorecard;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inspector writes findings down on the sheet and photographs them; one of them turns out to be none. */
@InTasklist
class InspectionBrowserTest {

    private static final String UNIT = "q-ba-dinh";
    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String INSPECTOR = "qtayhoInspector";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final String cycle = "ib-" + CYCLES.incrementAndGet();
    private final WorkingCalendar calendar;
    private final Desk desk;
    private final Cycles cycles;
    private final LayOutScorecard layOut;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Chromium chromium;

    @Autowired
    InspectionBrowserTest(
            WorkingCalendar calendar,
            Desk desk,
            Cycles cycles,
            LayOutScorecard layOut,
            RuntimeService runtime,
            TaskService tasks,
            JdbcClient jdbc) {
        this.calendar = calendar;
        this.desk = desk;
        this.cycles = cycles;
        this.layOut = layOut;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aVisitIsScheduled() {
        chromium = Chromium.launch();
        cycles.add(new Cycle(cycle, 2023, "Kỳ kiểm tra thử", null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle, 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho"))), Map.of()));
        layOut.layOut(cycle, UNIT);
        runtime.startProcessInstanceByKey(
                "cross-inspection",
                key(),
                Map.of(
                        "cycle", cycle,
                        "cycleName", "Kỳ kiểm tra thử",
                        "bloc", "khoi-1",
                        "blocName", "Khối 1",
                        "unit", UNIT,
                        "unitKey", "qbadinh",
                        "unitName", "Quận Ba Đình",
                        "inspecting", "q-tay-ho",
                        "inspectingKey", "qtayho",
                        "inspectingName", "Quận Tây Hồ"));
        desk.complete(desk.task(key(), "schedule"), Map.of());
    }

    @AfterEach
    void theWorkIsPutAway() {
        chromium.close();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(cycle)
                .update();
    }

    @Test
    void aFindingKeepsItsCodeAndItsPhotosWhenAnotherRowIsTakenOut() throws Exception {
        String task = desk.task(key(), "inspect").getId();
        tasks.claim(task, INSPECTOR);
        TasklistPage tasklist = TasklistPage.of(chromium, base(), INSPECTOR, 1366);
        tasklist.open(task);
        Page page = tasklist.page();
        Page ofTheRow = page.waitForPopup(() -> page.locator("a[href$='#CS-A1']")
                .getByText("xem, thêm minh chứng")
                .click());
        assertThat(ofTheRow.url()).endsWith("/evidence/" + task + "#CS-A1");
        ofTheRow.locator("#CS-A1").waitFor();
        ofTheRow.close();
        Locator findings = page.locator(".fjs-form-field-dynamiclist")
                .filter(new Locator.FilterOptions().setHasText("Tồn tại phát hiện khi kiểm tra"));
        for (String code : List.of("TT-1", "TT-2", "TT-3")) {
            findings.locator(".fjs-repeat-render-add").click();
            heading(findings, code).waitFor();
        }

        Locator third = findings.locator(".fjs-repeat-row-container").nth(2);
        Page evidence = page.waitForPopup(
                () -> third.getByText("Xem, thêm ảnh hiện trạng").click());
        assertThat(evidence.url()).endsWith("/evidence/" + task + "#TT-3");
        evidence.locator("[data-topic='TT-3'] input[type=file]")
                .setInputFiles(new FilePayload("Bảng.jpg", "image/jpeg", GoodFiles.photo(640, 480, 1)));
        evidence.locator("[data-topic='TT-3'] .piece").waitFor();

        findings.locator(".fjs-repeat-row-remove").nth(2).click();
        findings.locator(".fjs-repeat-row-remove").nth(0).click();
        page.waitForCondition(() -> heading(findings, "TT-1").count() == 0);
        heading(findings, "TT-2").waitFor();
        findings.locator(".fjs-repeat-render-add").click();
        heading(findings, "TT-4").waitFor();
        Picture.ofAll(page, SCREENSHOTS.resolve("inspect-findings.png"));

        page.getByText("Đã lưu lúc").waitFor();
        page.waitForCondition(() -> drafted().contains("\"number\":4"));
        assertThat(drafted()).contains("\"number\":2").doesNotContain("\"number\":3", "\"number\":1,", "\"number\":1}");
    }

    @Test
    void theInspectorMovesTheVisitFromTheSheet() {
        String task = desk.task(key(), "inspect").getId();
        tasks.claim(task, INSPECTOR);
        TasklistPage tasklist = TasklistPage.of(chromium, base(), INSPECTOR, 1366);
        tasklist.open(task);
        Page sheet = tasklist.page();
        Page page = sheet.waitForPopup(
                () -> sheet.getByText("đổi lịch kiểm tra").first().click());
        Locator time = page.locator("#plannedAt");
        LocalDateTime moved = calendar.plus(
                        LocalDateTime.parse(time.inputValue()).toLocalDate(), 5)
                .atTime(14, 0);
        time.fill(moved.toString());
        page.locator("#place").fill("Nhà văn hóa Quận Ba Đình");
        page.locator("#reason").fill("Cán bộ kiểm tra đi dự hội nghị của Thành phố ngày đó");
        page.locator("button[type=submit]").getByText("Đổi lịch kiểm tra").click();
        page.locator("[role=status]").waitFor();
        assertThat(page.locator("#content").innerText()).contains("Đã đổi lịch", "Nhà văn hóa Quận Ba Đình");

        Map<String, List<String>> barriers = new TreeMap<>();
        PageReview review = new PageReview(chromium, base(), SCREENSHOTS.resolve("visit"));
        review.look(
                INSPECTOR, Map.of("visit", "/visits/" + key(), "file", "/units/" + UNIT + "?cycle=" + cycle), barriers);
        assertThat(barriers.values().stream().flatMap(List::stream))
                .as("%s", barriers)
                .isEmpty();
    }

    private static Locator heading(Locator findings, String code) {
        return findings.locator("h3").getByText("Tồn tại " + code);
    }

    private String drafted() {
        return jdbc.sql("select content from form_drafts where task = ?")
                .param(desk.task(key(), "inspect").getId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String key() {
        return cycle + "/" + UNIT;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
