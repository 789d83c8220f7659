package nepsong.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.Citation;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.GoodFiles;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A board that was put right is looked at again thirty days after it was closed, once, whatever has become of the cycle. */
@ProcessTest
class SecondLookProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String LAPSE = "Bảng mới treo ngoài nắng đã lại bạc màu";

    @Autowired
    Desk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    Cycles cycles;

    @Autowired
    RecordFindings recording;

    @Autowired
    Findings findings;

    @Autowired
    CorrectionReports reports;

    @Autowired
    FindingDeadlines deadlines;

    @Autowired
    DemonstrationPeople people;

    @Autowired
    AddEvidence adding;

    @Autowired
    EvidencePieces evidence;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    private String cycle = "";

    @BeforeEach
    void thereIsACycle() {
        people.seed(Map.of(UNIT, "Quận Ba Đình"));
        cycle = "look-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void aBoardIsLookedAtAgainOnceAfterThirtyDaysThoughTheCycleIsOver() {
        Finding finding = closed("BOARD_FADED", "MINOR");
        cycles.finish(cycle);
        clock.forward(Duration.ofDays(29));
        morning();
        assertThat(open()).isEmpty();

        clock.forward(Duration.ofDays(1));
        morning();
        morning();
        Task look = desk.task(key(), "lookAgain");
        assertThat(look.getName()).isEqualTo("Xem lại TT-1 – Quận Ba Đình");
        assertThat(tasks.getIdentityLinksForTask(look.getId()))
                .singleElement()
                .satisfies(link -> assertThat(link.getGroupId()).isEqualTo("secretaries"));
        assertThat(look.getDueDate()).isEqualTo(Date.from(calendar.dueAt(calendar.plus(today(), 5))));
        assertThat(desk.form(look)).containsEntry("round", 1).containsEntry("place", "Bộ phận một cửa");
        assertThatThrownBy(() -> desk.complete(look, Map.of("decision", "complete")))
                .hasMessageContaining("minh chứng bắt buộc: TT-1.1");
        desk.bringEvidence(look);
        Map<String, Object> lasts = Map.of("decision", "complete");
        desk.keepsOut("qbadinhInspector", Groups.SECRETARIES, look, lasts, "Bạn thuộc đơn vị được kiểm tra");
        desk.complete(look, lasts);

        assertThat(findings.get(finding.id()).isOpen()).isFalse();
        assertThat(secondLook(finding, 1).hasLasted()).isTrue();
        assertThat(ends()).containsExactlyInAnyOrder("endEvent_closed", "endEvent_lasted");
        clock.forward(Duration.ofDays(60));
        morning();
        assertThat(open()).isEmpty();
    }

    @Test
    void whatHasNotLastedIsReopenedWithTheCountAndLookedAtAgainAfterTheNextClosing() {
        Finding finding = closed("BOARD_MISSING", "MAJOR");
        clock.forward(Duration.ofDays(30));
        morning();
        desk.bringEvidence(desk.task(key(), "lookAgain"));
        desk.complete(desk.task(key(), "lookAgain"), Map.of("decision", "reopen", "reason", LAPSE));

        Finding reopened = findings.get(finding.id());
        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(reopened.dueOn()).isEqualTo(calendar.plus(today(), 5));
        assertThat(secondLook(finding, 1).lapse()).isEqualTo(LAPSE);
        assertThat(reports.of(finding.id()).get(0).verdict())
                .as("it was good when it was verified")
                .extracting(ReportedCorrection.Verdict::accepted)
                .isEqualTo(true);
        Task report = desk.task(key(), "reportCorrection");
        assertThat(report.getDueDate()).isEqualTo(Date.from(calendar.dueAt(reopened.dueOn())));
        assertThat(desk.form(report)).containsEntry("returnReason", LAPSE);

        reportAndVerify();
        clock.forward(Duration.ofDays(30));
        morning();
        Task again = desk.task(key(), "lookAgain");
        assertThat(desk.form(again)).containsEntry("round", 2);
        assertThatThrownBy(() -> desk.complete(again, Map.of("decision", "complete")))
                .as("the photo of the first look does not prove the second")
                .hasMessageContaining("TT-1.2");
    }

    @Test
    void aProgramBringsThePhotoUnderTheCodeThatTheRefusalNames() throws IOException {
        closed("BOARD_TORN", "MINOR");
        clock.forward(Duration.ofDays(30));
        morning();
        Task look = desk.task(key(), "lookAgain");
        tasks.claim(look.getId(), "secretary");
        Path photo = Files.write(Files.createTempFile("look", ".png"), GoodFiles.png(40, 30));

        var brought = adding.add(
                look.getId(),
                "secretary",
                new AddEvidence.Upload("Ảnh.png", photo, List.of("TT-1.1"), new Citation(null, null, null, null)));

        assertThat(brought.orElseThrow().refusals()).isEmpty();
        desk.complete(look, Map.of("decision", "complete"));
        assertThat(evidence.of(cycle, UNIT, List.of(EvidenceKind.CORRECTION)))
                .extracting(Evidence::topic)
                .containsExactly("TT-1.1", "TT-1.1.XL");
    }

    @Test
    void nobodyLooksAgainAtAWithdrawnCycleOrAtAnythingButBoards() {
        closed("BOARD_TORN", "MINOR");
        cycles.withdraw(cycle, "director", "Kỳ này dừng vì kiểm tra đột xuất");
        clock.forward(Duration.ofDays(31));
        morning();
        assertThat(open()).isEmpty();

        for (FindingType type : FindingType.values()) {
            for (Severity severity : Severity.values()) {
                assertThat(deadlines.of("", type, severity).orElseThrow().secondLookDays())
                        .as(type + " " + severity)
                        .isEqualTo(type.name().startsWith("BOARD_") ? 30 : 0);
            }
        }
    }

    private Finding closed(String type, String severity) {
        recording.record(
                cycle,
                UNIT,
                "secretary",
                List.of(new NewFinding(type, severity, "Bộ phận một cửa", "Bảng bạc màu", "CS-C1")));
        desk.bringEvidence(desk.task(key(), "assignCorrection"));
        desk.complete(desk.task(key(), "assignCorrection"), Map.of());
        reportAndVerify();
        Finding finding = findings.of(cycle, UNIT).get(0);
        assertThat(finding.isOpen()).isFalse();
        return finding;
    }

    private void reportAndVerify() {
        desk.bringEvidence(desk.task(key(), "reportCorrection"));
        desk.complete(
                desk.task(key(), "reportCorrection"),
                Map.of(
                        "measure",
                        "Đã thay toàn bộ bảng niêm yết bạc màu bằng bảng mới",
                        "completedOn",
                        today().toString(),
                        "cause",
                        "FUNDING"));
        desk.complete(
                desk.task(key(), "verifyCorrection"),
                Map.of("decision", "complete", "note", "Bảng mới rõ chữ, đúng chỗ"));
    }

    /** The last step of the morning's process alone: its mails are other tests' business. */
    private void morning() {
        String morning = runtime.createProcessInstanceByKey("daily-digest")
                .startBeforeActivity("serviceTask_beginSecondLooks")
                .execute()
                .getId();
        jobs.createJobQuery().processInstanceId(morning).list().forEach(job -> jobs.executeJob(job.getId()));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(morning)
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    private ReportedCorrection.SecondLook secondLook(Finding finding, int number) {
        ReportedCorrection.SecondLook look =
                reports.of(finding.id()).get(number - 1).secondLook();
        assertThat(look).isNotNull();
        return look;
    }

    private List<String> open() {
        return desk.openTasks(key());
    }

    private List<String> ends() {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key()).list().stream()
                .flatMap(one -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(one.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(end -> end.getActivityId())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private String key() {
        return cycle + "/" + UNIT;
    }
}
