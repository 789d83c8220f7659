package nepsong.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of one finding through {@code correction}, and what its forms refuse. */
@ProcessTest
class CorrectionProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String MEASURE = "Đã thay toàn bộ bảng niêm yết bạc màu bằng bảng mới";

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final RecordFindings recording;
    private final Findings findings;
    private final CorrectionReports reports;
    private final FindingDeadlines deadlines;
    private final DemonstrationPeople people;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final IdentityService identities;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final TaskEvidence evidence;

    private String cycle = "";

    @Autowired
    CorrectionProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            RecordFindings recording,
            Findings findings,
            CorrectionReports reports,
            FindingDeadlines deadlines,
            DemonstrationPeople people,
            WorkingCalendar calendar,
            TaskService tasks,
            IdentityService identities,
            HistoryService history,
            JdbcClient jdbc,
            TaskEvidence evidence) {
        this.evidence = evidence;
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.recording = recording;
        this.findings = findings;
        this.reports = reports;
        this.deadlines = deadlines;
        this.people = people;
        this.calendar = calendar;
        this.tasks = tasks;
        this.identities = identities;
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void thereIsACycle() {
        people.seed(Map.of(UNIT, "Quận Ba Đình"));
        cycle = "corr-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void theUnitReadsTheCriterionByItsCodeAndInWords() {
        cycles.configure(Trial.configuration(cycle, "q-ba-dinh", "q-tay-ho"));
        found("BOARD_FADED", "MINOR");
        Task assign = task("assignCorrection");
        desk.bringEvidence(assign);
        desk.complete(assign, Map.of("place", "Sảnh tầng 1", "photo", "Ảnh 2, trang 4 biên bản"));

        assertThat(desk.form(task("reportCorrection")).get("criterionText").toString())
                .startsWith("CS-C1 – Niêm yết QTƯX");
    }

    @Test
    void aFindingIsAssignedReportedVerifiedAndClosed() {
        Finding finding = found("BOARD_FADED", "MINOR");
        Task assign = task("assignCorrection");
        assertThat(assign.getName()).isEqualTo("Giao khắc phục TT-1 – Quận Ba Đình");
        assertThat(group(assign)).isEqualTo("secretaries");
        assertThat(assign.getDueDate()).isEqualTo(due(calendar.plus(today(), 1)));
        assertThat(desk.form(assign))
                .containsEntry("place", "Bộ phận một cửa")
                .containsEntry("photoBefore", true)
                .containsEntry("responsible", "Quận Ba Đình");
        assertThatThrownBy(() -> desk.complete(assign, Map.of("photo", "Ảnh 2, trang 4 biên bản")))
                .hasMessageContaining("minh chứng bắt buộc: TT-1");
        desk.bringEvidence(assign);
        desk.complete(assign, Map.of("place", "Sảnh tầng 1", "photo", "Ảnh 2, trang 4 biên bản"));

        Task report = task("reportCorrection");
        assertThat(group(report)).isEqualTo("coordinatorAtqbadinh");
        assertThat(report.getDueDate()).isEqualTo(due(calendar.plus(today(), 10)));
        assertThat(desk.form(report)).containsEntry("place", "Sảnh tầng 1").containsEntry("returnReason", "");
        desk.bringEvidence(report);
        desk.complete(report, typed(today()));

        Task verify = task("verifyCorrection");
        assertThat(group(verify)).isEqualTo("secretaries");
        assertThat(verify.getDueDate()).isEqualTo(due(calendar.plus(today(), 5)));
        assertThat(desk.form(verify))
                .containsEntry("measure", MEASURE)
                .containsEntry("causeName", "Thiếu kinh phí")
                .containsEntry("costText", "1.200.000 đồng");

        RecheckDraw draw = reports.of(finding.id()).get(0).draw();
        assertThat(draw).isNotNull().isEqualTo(RecheckDraw.of(finding, draw.seed()));
        assertThat(desk.form(verify).get("recheckText"))
                .asString()
                .contains("30%", "mã rút mẫu " + draw.seed(), draw.drawn() ? "tại chỗ" : "trên hồ sơ và ảnh");
        assertThat(evidence.of(verify.getId(), "secretary")
                        .orElseThrow()
                        .place()
                        .addedTo("TT-1.1.XM"))
                .as("whoever verifies may add what was seen")
                .isPresent();
        Map<String, Object> good = Map.of("decision", "complete", "note", "Đã xem bảng mới tại sảnh");
        desk.keepsOut("qbadinhInspector", Groups.SECRETARIES, verify, good, "Bạn thuộc đơn vị được kiểm tra");
        assertThat(desk.form(verify)).containsEntry("objection", "");
        desk.complete(verify, good);

        ReportedCorrection verified = reports.of(finding.id()).get(0);
        assertThat(verified.verdict().reason()).isEqualTo("Đã xem bảng mới tại sảnh");
        assertThat(verified.shortcoming()).isNull();
        assertThat(findings.get(finding.id()).isOpen()).isFalse();
        assertThat(ends()).containsExactly("endEvent_closed");
    }

    @Test
    void aPoorCorrectionIsReopenedWithANewDeadlineAndTheUnitIsTold() {
        Finding finding = found("PUBLIC_PLACE_HYGIENE", "MINOR");
        desk.bringEvidence(task("assignCorrection"));
        desk.complete(task("assignCorrection"), Map.of());
        desk.bringEvidence(task("reportCorrection"));
        desk.complete(task("reportCorrection"), typed(today()));
        clock.forward(Duration.ofDays(10));
        assertThatThrownBy(() ->
                        desk.complete(task("verifyCorrection"), Map.of("decision", "reopen", "reason", "Chưa được")))
                .hasMessageContaining("20 ký tự");
        String reason = "Vỉa hè vẫn còn rác và biển quảng cáo cũ";
        desk.complete(task("verifyCorrection"), Map.of("decision", "reopen", "reason", reason));

        Finding reopened = findings.get(finding.id());
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(reopened.dueOn()).isEqualTo(calendar.plus(today(), 3));
        Task again = task("reportCorrection");
        assertThat(again.getDueDate()).isEqualTo(due(reopened.dueOn()));
        assertThat(desk.form(again)).containsEntry("returnReason", reason);
        assertThat(jdbc.sql("select recipient_person from outbox where mail_key like ? order by recipient_person")
                        .param("correction.reopened/" + finding.id() + "/%/1")
                        .query(String.class)
                        .list())
                .hasSize(2);

        assertThatThrownBy(() -> desk.complete(again, typed(today()))).hasMessageContaining("TT-1.2");
        desk.bringEvidence(again);
        desk.complete(again, typed(today()));
        repeatTheVerification(finding);
        assertThatThrownBy(() -> desk.complete(task("verifyCorrection"), Map.of("decision", "complete", "note", "")))
                .hasMessageContaining("Ghi chú khi xác minh");
        desk.complete(task("verifyCorrection"), Map.of("decision", "complete", "note", "Bảng mới rõ chữ, đúng chỗ"));
        assertThat(reports.of(finding.id())).hasSize(2);
        assertThat(ends()).containsExactly("endEvent_closed");
    }

    /** Neither closed nor reopened: the same report is looked at again, in a term of its own. */
    private void repeatTheVerification(Finding finding) {
        Task first = task("verifyCorrection");
        assertThatThrownBy(() -> desk.complete(first, Map.of("decision", "repeat", "reason", "Cửa khóa")))
                .hasMessageContaining("20 ký tự");
        clock.forward(Duration.ofDays(2));
        String locked = "Đến nơi thì địa điểm khóa cửa, không có người tiếp";
        desk.complete(first, Map.of("decision", "repeat", "reason", locked));

        Task second = task("verifyCorrection");
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(second.getDueDate()).isEqualTo(due(calendar.plus(today(), 5)));
        assertThat(desk.form(second).get("attemptsText")).asString().contains(locked);
        Finding still = findings.get(finding.id());
        assertThat(still.isOpen()).isTrue();
        assertThat(still.reopened()).isEqualTo(1);
        assertThat(reports.of(finding.id()).get(1)).satisfies(report -> {
            assertThat(report.verdict()).isNull();
            assertThat(report.attempts())
                    .singleElement()
                    .extracting(ReportedCorrection.Attempt::reason)
                    .isEqualTo(locked);
        });
    }

    @Test
    void aReportFromTheFutureOrWithoutWordsIsRefused() {
        found("BOARD_FADED", "MINOR");
        desk.bringEvidence(task("assignCorrection"));
        desk.complete(task("assignCorrection"), Map.of());
        assertThatThrownBy(() -> desk.complete(task("reportCorrection"), typed(today().plusDays(1))))
                .hasMessageContaining("không được sau hôm nay");
        Map<String, Object> curt = typed(today());
        curt.put("measure", "Đã sửa");
        assertThatThrownBy(() -> desk.complete(task("reportCorrection"), curt)).hasMessageContaining("30 ký tự");
    }

    @Test
    void whoeverFindsSomethingNeedsNoRightToStartProcesses() {
        identities.setAuthentication("qbadinhInspector", List.of("inspectorAtqbadinh"));
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "qbadinhInspector",
                        List.of(new NewFinding(
                                "CONDUCT", "MAJOR", "Bộ phận một cửa", "Chưa chào hỏi người dân", null))))
                .isEmpty();
        identities.clearAuthentication();
        assertThat(desk.openTasks(cycle + "/" + UNIT)).containsExactly("userTask_assignCorrection");
    }

    @Test
    void theDecisionTableAnswersForEveryTypeAndSeverity() {
        for (FindingType type : FindingType.values()) {
            for (Severity severity : Severity.values()) {
                assertThat(deadlines.of("", type, severity))
                        .as(type + " " + severity)
                        .isPresent();
            }
        }
    }

    private Finding found(String type, String severity) {
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "secretary",
                        List.of(new NewFinding(type, severity, "Bộ phận một cửa", "Bảng bạc màu", "CS-C1"))))
                .isEmpty();
        return findings.of(cycle, UNIT).get(0);
    }

    private static Map<String, Object> typed(LocalDate completedOn) {
        return new HashMap<>(Map.of(
                "measure",
                MEASURE,
                "completedOn",
                completedOn.toString(),
                "cause",
                "FUNDING",
                "cost",
                1_200_000,
                "photo",
                "Ảnh 5"));
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }

    private String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private Date due(LocalDate day) {
        return Date.from(calendar.dueAt(day));
    }

    private List<String> ends() {
        return history.createHistoricActivityInstanceQuery().activityType("noneEndEvent").finished().list().stream()
                .filter(end -> (cycle + "/" + UNIT)
                        .equals(history.createHistoricProcessInstanceQuery()
                                .processInstanceId(end.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .map(end -> end.getActivityId())
                .toList();
    }
}
