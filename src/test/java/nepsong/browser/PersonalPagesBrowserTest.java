package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.Desk;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.delegation.Delegations;
import nepsong.delegation.EndDelegation;
import nepsong.delegation.NameSubstitute;
import nepsong.delegation.TaskKind;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines, substitutes and mail, as those see them who have to do with them, on a screen and on a telephone. */
@InTasklist
class PersonalPagesBrowserTest {

    private static final String CYCLE = "pp-1";
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final String INSPECTOR = "qbadinhInspector";
    private static final Path PICTURES = Path.of("target", "screenshots", "personal");

    @Autowired
    Desk desk;

    @Autowired
    Cycles cycles;

    @Autowired
    RecordFindings recording;

    @Autowired
    AskForExtension asking;

    @Autowired
    NameSubstitute naming;

    @Autowired
    EndDelegation ending;

    @Autowired
    Delegations delegations;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Chromium chromium;
    private Task report;

    @BeforeEach
    void aCoordinatorIsAwayAndAsksForMoreTime() {
        chromium = Chromium.launch();
        cycles.add(
                new Cycle(CYCLE, 2023, "Kỳ kiểm tra thử", null, null, Instant.now(clock), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                CYCLE, 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho"))), Map.of()));
        assertThat(recording.record(
                        CYCLE,
                        UNIT,
                        "secretary",
                        List.of(new NewFinding(
                                "BOARD_FADED", "MINOR", "Bộ phận một cửa", "Bảng niêm yết đã bạc màu", "CS-C1"))))
                .isEmpty();
        Task assign = desk.task(affair(), "assignCorrection");
        desk.bringEvidence(assign);
        desk.complete(assign, Map.of());
        report = desk.task(affair(), "reportCorrection");
        LocalDate due = LocalDate.ofInstant(report.getDueDate().toInstant(), WorkingCalendar.ZONE);
        assertThat(asking.ask(
                        report.getId(),
                        COORDINATOR,
                        calendar.plus(due, 2),
                        "Nhà cung cấp chưa giao đủ bảng niêm yết mới cho đơn vị"))
                .isEmpty();
        LocalDate today = LocalDate.now(clock);
        assertThat(naming.name(
                        COORDINATOR, COORDINATOR, INSPECTOR, today, today.plusDays(3), EnumSet.allOf(TaskKind.class)))
                .isEmpty();
    }

    @AfterEach
    void theWorkIsPutAway() {
        chromium.close();
        delegations.of(COORDINATOR).forEach(one -> ending.end(one.id(), COORDINATOR));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(affair())
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
    }

    @Test
    void thePagesAreFreeOfBarriersAndTheSubstituteReadsInWhosePlace() {
        Map<String, List<String>> barriers = new TreeMap<>();
        PageReview review = new PageReview(chromium, base(), PICTURES);
        Map<String, String> own = new LinkedHashMap<>();
        own.put("extensions", "/extensions");
        own.put("extension", "/extensions/" + report.getId());
        own.put("delegation", "/delegation");
        own.put("preferences", "/preferences");
        own.put("password", "/password");
        own.put("unit-file", "/units/" + UNIT + "?cycle=" + CYCLE);
        own.put("evidence", "/evidence/" + report.getId());
        own.put("tab-file", "/tasks/" + report.getId() + "/file");
        own.put("tab-standing", "/tasks/" + report.getId() + "/standing");
        review.look(COORDINATOR, own, barriers);
        review.look("office", Map.of("deadlines", "/cycles/" + CYCLE + "/deadlines"), barriers);
        long mail = jdbc.sql("select max(id) from outbox where recipient_person = ?")
                .param(COORDINATOR)
                .query(Long.class)
                .single();
        review.look(
                "admin",
                Map.of("mails", "/mail", "mail", "/mail/" + mail, "delegation-admin", "/delegation"),
                barriers);
        assertThat(barriers.values().stream().flatMap(List::stream))
                .as("%s", barriers)
                .isEmpty();

        Task decide = desk.task(affair(), "decideExtension");
        tasks.claim(decide.getId(), "headOfTeam");
        for (int width : PageReview.WIDTHS) {
            TasklistPage head = TasklistPage.of(chromium, base(), "headOfTeam", width);
            head.open(decide.getId());
            shoot(head.page(), "decide-extension-" + width);
        }
        TasklistPage substitute = TasklistPage.of(chromium, base(), INSPECTOR, 360);
        substitute.open(report.getId());
        substitute.page().locator(".nepsong-substitute").waitFor();
        assertThat(substitute.page().locator(".nepsong-substitute").textContent())
                .startsWith("Bạn làm việc này thay mặt ")
                .contains("đến hết ngày");
        shoot(substitute.page(), "substitute-360");
        assertThat(review.logIn(COORDINATOR, 360)
                        .request()
                        .get(base() + "/api/tasks/" + report.getId() + "/substitution")
                        .status())
                .as("nothing to be told whose own it is")
                .isEqualTo(204);
    }

    private static void shoot(Page page, String name) {
        Picture.ofWindow(page, PICTURES.resolve(name + ".png"));
    }

    private String affair() {
        return CYCLE + "/" + UNIT;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
