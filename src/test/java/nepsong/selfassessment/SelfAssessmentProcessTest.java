package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.FormRefusedException;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit's way through {@code self-assessment}, and what its forms refuse. */
@ProcessTest
class SelfAssessmentProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String DISTRICT = "q-ba-dinh";
    /** Judged by both sets: only there can more than 20 points be left out. */
    private static final String WARD = "p-hoan-kiem";

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final SelfAssessments selfAssessments;
    private final Conflicts conflicts;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final Returns returns;
    private final NaDecisions naDecisions;
    private final SupplementSelfAssessment supplementing;
    private final DemonstrationPeople people;
    private final WorkingCalendar calendar;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final ManagementService jobs;
    private final HistoryService history;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    SelfAssessmentProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            SelfAssessments selfAssessments,
            Conflicts conflicts,
            Scorecards scorecards,
            Reflections reflections,
            Returns returns,
            NaDecisions naDecisions,
            SupplementSelfAssessment supplementing,
            DemonstrationPeople people,
            WorkingCalendar calendar,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            ManagementService jobs,
            HistoryService history,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
        this.conflicts = conflicts;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.returns = returns;
        this.naDecisions = naDecisions;
        this.supplementing = supplementing;
        this.people = people;
        this.calendar = calendar;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.jobs = jobs;
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aCycleIsConfigured() {
        people.seed(Map.of(DISTRICT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ", WARD, "Phường Hoàn Kiếm"));
        cycle = "sa-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
        cycles.configure(new Cycles.Configuration(
                cycle,
                1,
                null,
                List.of(new Bloc("khoi-1", "Khối 1", List.of(DISTRICT, "q-tay-ho", "q-hoan-kiem", WARD))),
                Map.of()));
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void aUnitScoresItselfItsHeadApprovesAndTheSecretaryFindsItComplete() {
        start(DISTRICT);
        assertThat(scorecards.of(cycle, DISTRICT)).hasSize(31).allMatch(row -> row.self() == null);

        Task acknowledge = task(DISTRICT, "acknowledge");
        assertThat(acknowledge.getName()).isEqualTo("Xác nhận tiếp nhận – Quận Ba Đình");
        assertThat(candidateGroup(acknowledge)).isEqualTo("coordinatorAtqbadinh");
        assertThat(desk.form(acknowledge))
                .containsEntry("contactEmail", "qbadinhCoordinator@nepsong.example")
                .containsEntry("headInCharge", "qbadinhHead")
                .containsEntry("inspectors", List.of("qbadinhInspector"));
        acknowledge(
                DISTRICT,
                Map.of(
                        "formerUnits",
                        List.of("q-hoan-kiem"),
                        "conflicts",
                        List.of(Map.of("unit", "q-tay-ho", "reason", "Hai bên đang chung một dự án"))));
        SelfAssessment acknowledged = selfAssessments.get(cycle, DISTRICT);
        assertThat(conflicts.of(cycle))
                .containsExactly(new Conflict(DISTRICT, "q-tay-ho", "Hai bên đang chung một dự án"));
        assertThat(selfAssessments.acknowledgement(cycle, DISTRICT)).hasValueSatisfying(said -> {
            assertThat(said.staffCount()).isEqualTo(120);
            assertThat(said.formerUnits()).containsExactly("q-hoan-kiem");
        });
        assertThat(acknowledged.dueOn())
                .as("20 working days to score and 5 to approve")
                .isEqualTo(calendar.plus(LocalDate.now((Clock) clock), 25));

        score(DISTRICT, row -> row.put("score", 1.25));
        assertThat(scorecards.of(cycle, DISTRICT))
                .allSatisfy(row -> assertThat(row.selfAnswer().score()).isEqualByComparingTo("1.25"));

        Task approve = task(DISTRICT, "approve");
        assertThat(candidateGroup(approve)).isEqualTo("headAtqbadinh");
        assertThat(desk.form(approve)).containsEntry("total", "38,75").containsEntry("scoredCount", 31);
        tasks.claim(approve.getId(), "qbadinhHead");
        assertThat(desk.bringPhoto(approve, "qbadinhHead", "CS-A1")
                        .orElseThrow()
                        .refusals())
                .isNotEmpty();
        assertThat(desk.bringPhoto(approve, "qbadinhHead", "BC").orElseThrow().refusals())
                .as("the signed report")
                .isEmpty();
        assertThat(desk.form(approve)).containsEntry("reportFiles", 1);
        approve(DISTRICT);
        assertThat(candidateGroup(task(DISTRICT, "checkCompleteness"))).isEqualTo("secretaries");
        complete(DISTRICT, "checkCompleteness", Map.of("decision", "complete"));

        SelfAssessment submitted = selfAssessments.get(cycle, DISTRICT);
        assertThat(submitted.isSubmitted()).isTrue();
        assertThat(submitted.completedAt()).isNotNull();
        assertThat(submitted.lateDays()).isZero();
        assertThat(submitted.isOpenForScores()).isFalse();
        assertThat(ends(DISTRICT)).contains("endEvent_submitted");
    }

    @Test
    void aUnitThatHasTwoInspectorsSendsTwo() {
        identities.createMembership("qbadinhCoordinator", "inspectorAtqbadinh");
        try {
            start(DISTRICT);
            assertThatThrownBy(() -> acknowledge(DISTRICT, Map.of("inspectors", List.of("qbadinhInspector"))))
                    .hasMessageContaining("“Cán bộ kiểm tra chéo” phải có từ 2 đến 3 người");
            acknowledge(DISTRICT, Map.of("inspectors", List.of("qbadinhInspector", "qbadinhCoordinator")));
        } finally {
            identities.deleteMembership("qbadinhCoordinator", "inspectorAtqbadinh");
        }
    }

    @Test
    void theHeadGivesItBackWithAReasonThatTheCoordinatorReads() {
        acknowledged(DISTRICT);
        assertThat(subjectOf(task(DISTRICT, "scoreCriteria"))).contains("Mở hệ thống tự đánh giá, hạn ");
        assertThat(isReturned(task(DISTRICT, "scoreCriteria"))).isFalse();
        score(DISTRICT, row -> row.put("score", 1));
        assertThatThrownBy(() -> complete(DISTRICT, "approve", Map.of("decision", "return", "reason", "Sai")))
                .hasMessageContaining("20 ký tự");
        complete(DISTRICT, "approve", Map.of("decision", "return", "reason", "Điểm nhóm A chưa đúng với minh chứng"));

        Task again = task(DISTRICT, "scoreCriteria");
        assertThat(isReturned(again)).isTrue();
        assertThat(subjectOf(again)).as("not opened anew").contains("Việc mới: ");
        assertThat(desk.form(again)).containsEntry("returnReason", "Điểm nhóm A chưa đúng với minh chứng");
        assertThat(desk.rows(again, "criteria")).allMatch(row -> ((Number) row.get("score")).intValue() == 1);
        score(DISTRICT, row -> row.put("score", 2));
        assertThat(isReturned(task(DISTRICT, "approve"))).isFalse();
        approve(DISTRICT);
        assertThat(scorecards.of(cycle, DISTRICT).get(0).selfAnswer().score()).isEqualByComparingTo("2");
    }

    @Test
    void theHeadApprovesOnlyWithThePledge() {
        acknowledged(DISTRICT);
        score(DISTRICT, row -> row.put("score", 1));
        assertThatThrownBy(() -> complete(DISTRICT, "approve", Map.of("decision", "approve")))
                .hasMessageContaining("chịu trách nhiệm");
        assertThat(selfAssessments.get(cycle, DISTRICT).isSubmitted()).isFalse();
    }

    @Test
    void whoScoredDoesNotApprove() {
        String both = "qtayhoHead";
        identities.createMembership(both, Groups.coordinatorAt("q-tay-ho"));
        try {
            acknowledged("q-tay-ho");
            Task score = task("q-tay-ho", "scoreCriteria");
            as(both, score, Map.of("criteria", rows(score, row -> row.put("score", 1))));
            Task approve = task("q-tay-ho", "approve");
            assertThat(desk.formAs(both, Groups.headAt("q-tay-ho"), approve)
                            .get("caution")
                            .toString())
                    .startsWith("Người chấm điểm không được tự phê duyệt");
            assertThat(desk.form(approve)).containsEntry("caution", "");
            assertThatThrownBy(() -> as(both, approve, Map.of("decision", "approve", "pledge", true)))
                    .hasMessageContaining("không được tự phê duyệt");
            assertThat(selfAssessments.get(cycle, "q-tay-ho").isSubmitted()).isFalse();
            as(both, approve, Map.of("decision", "return", "reason", "Chấm lại nhóm A theo số liệu mới"));
        } finally {
            identities.deleteMembership(both, Groups.coordinatorAt("q-tay-ho"));
        }
        assertThat(task("q-tay-ho", "scoreCriteria"))
                .as("to give it back is open to them")
                .isNotNull();
    }

    @Test
    void theSecretaryAsksForOneSupplementAndNotForTwo() {
        submitted(DISTRICT, row -> row.put("score", 1));
        assertThatThrownBy(() -> complete(
                        DISTRICT,
                        "checkCompleteness",
                        Map.of("decision", "supplement", "reason", "Thiếu minh chứng của một tiêu chí")))
                .hasMessageContaining("ít nhất một nội dung");
        Map<String, Object> supplement = Map.of(
                "decision", "supplement",
                "reason", "Thiếu minh chứng của một tiêu chí",
                "missing", List.of(Map.of("criterion", "CS-A1", "what", "Số và ngày của kế hoạch")));
        complete(DISTRICT, "checkCompleteness", supplement);
        assertThat(returns.missing(cycle, DISTRICT))
                .extracting(Returns.Missing::criterion)
                .containsExactly("CS-A1");
        assertThat(mails("self-assessment.supplement-requested/" + cycle)).isEqualTo(2);
        assertThat(selfAssessments.get(cycle, DISTRICT).isOpenForScores()).isTrue();

        Task task = task(DISTRICT, "supplement");
        assertThat(isReturned(task)).isTrue();
        assertThat(desk.form(task)).containsEntry("returnReason", "Thiếu minh chứng của một tiêu chí");
        desk.complete(task, Map.of("criteria", rows(task, row -> row.put("evidenceNumber", "12/KH-UBND"))));
        assertThat(scorecards.of(cycle, DISTRICT).get(0).self().evidence().number())
                .isEqualTo("12/KH-UBND");
        assertThat(selfAssessments.get(cycle, DISTRICT).isOpenForScores()).isFalse();

        assertThatThrownBy(() -> complete(DISTRICT, "checkCompleteness", supplement))
                .hasMessageContaining("không yêu cầu bổ sung lần thứ hai");
        complete(DISTRICT, "checkCompleteness", Map.of("decision", "complete"));
        assertThat(ends(DISTRICT)).contains("endEvent_submitted");
    }

    @Test
    void whenTheWindowClosesTheCycleGoesOnWithoutTheUnit() {
        acknowledged(DISTRICT);
        String process = process(DISTRICT);
        clock.forward(Duration.ofDays(60));
        desk.runJobs();
        assertThat(desk.openTasks(key(DISTRICT))).isEmpty();
        SelfAssessment closed = selfAssessments.get(cycle, DISTRICT);
        assertThat(closed.isClosedWithoutSubmission()).isTrue();
        assertThat(closed.isSubmitted()).isFalse();
        assertThat(closed.isOpenForScores()).isFalse();
        assertThat(mails("self-assessment.closed/" + cycle)).isEqualTo(2);
        assertThat(scorecards.of(cycle, DISTRICT)).hasSize(31);
        assertThat(ends(DISTRICT)).contains("endEvent_closedWithoutSubmission");
        assertThat(jobs.createJobQuery().processInstanceId(process).count()).isZero();
    }

    @Test
    void whoNeverAcknowledgesIsWaitedForUntilTenWorkingDaysAfterTheScoringWasDue() {
        start(DISTRICT);
        Instant closing = jobs.createJobQuery()
                .processInstanceId(process(DISTRICT))
                .singleResult()
                .getDuedate()
                .toInstant();
        assertThat(closing).isEqualTo(calendar.dueAt(calendar.plus(LocalDate.now((Clock) clock), 30)));
    }

    @Test
    void aLateSubmissionCountsItsWorkingDays() {
        acknowledged(DISTRICT);
        LocalDate due = selfAssessments.get(cycle, DISTRICT).dueOn();
        LocalDate third = calendar.plus(due, 3);
        clock.forward(Duration.between(LocalDate.now((Clock) clock).atStartOfDay(), third.atStartOfDay()));
        score(DISTRICT, row -> row.put("score", 1));
        approve(DISTRICT);
        SelfAssessment late = selfAssessments.get(cycle, DISTRICT);
        assertThat(late.lateDays()).isEqualTo(3);
    }

    @Test
    void aScoreAboveTheMaximumIsRefusedByRowAndField() {
        refusesScores(row -> row.put("score", 5), "CS-A1", "Điểm tự chấm");
    }

    @Test
    void aScoreBetweenTheQuartersIsRefused() {
        refusesScores(row -> row.put("score", 1.1), "CS-A1", "0,25");
    }

    @Test
    void aMissingScoreIsRefused() {
        refusesScores(row -> row.put("score", null), "CS-A1", "phải được nhập");
    }

    @Test
    void numbersBehindAScoreAreKeptAndTheScoreIsWhatTheyComeTo() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, each -> each.put("score", 1));
        assertThat(row(rows, "CS-B2")).containsEntry("measure", "RATIO");
        assertThat(row(rows, "CS-C2")).containsEntry("measure", "FAULTS");
        assertThat(row(rows, "CS-A1")).containsEntry("measure", "NONE");
        row(rows, "CS-B2").putAll(Map.of("counted", 95, "total", 100, "score", 4));
        row(rows, "CS-B3").put("counted", 9);
        row(rows, "CS-C1").putAll(Map.of("counted", 9, "total", 8));
        row(rows, "CS-C2").putAll(Map.of("counted", 3, "total", 20, "score", 2));
        row(rows, "CS-A1").put("total", 10);
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .hasMessageContaining("CS-B2: “Điểm tự chấm” phải là 3,75 theo số liệu đã ghi (đạt 95 trên 100)")
                .hasMessageContaining("CS-B3: “Số đạt hoặc số lỗi” và “Trên tổng số” phải ghi cả hai")
                .hasMessageContaining("CS-C1: “Số đạt hoặc số lỗi” không được lớn hơn “Trên tổng số”")
                .hasMessageContaining("CS-C2: “Điểm tự chấm” phải là 1 theo số liệu đã ghi (3 lỗi trên 20 mẫu)");
        row(rows, "CS-B2").put("score", 3.75);
        row(rows, "CS-B3").putAll(Map.of("total", 9, "score", 4));
        row(rows, "CS-C1").put("counted", 2);
        row(rows, "CS-C2").put("score", 1);
        desk.complete(task, Map.of("criteria", rows));

        Map<String, ScorecardRow> kept = scorecards.of(cycle, DISTRICT).stream()
                .collect(java.util.stream.Collectors.toMap(ScorecardRow::criterion, row -> row));
        assertThat(kept.get("CS-B2").self().figures()).isEqualTo(new Figures(95, 100));
        assertThat(kept.get("CS-C2").self().figures()).isEqualTo(new Figures(3, 20));
        assertThat(kept.get("CS-A1").self().figures()).as("not asked for there").isEqualTo(Figures.NONE);
        assertThat(desk.form(task(DISTRICT, "approve")).get("details").toString())
                .contains("Số liệu: đạt 95 trên 100", "Số liệu: 3 lỗi trên 20 mẫu");
        complete(DISTRICT, "approve", Map.of("decision", "return", "reason", "Điểm nhóm A chưa đúng với minh chứng"));
        assertThat(row(desk.rows(task(DISTRICT, "scoreCriteria"), "criteria"), "CS-C2"))
                .containsEntry("counted", 3)
                .containsEntry("total", 20);
    }

    @Test
    void whatAUnitHasFoundItselfAndWhomItProposesIsReadByItsHead() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        Map<String, Object> found = new LinkedHashMap<>(Map.of(
                "type", "BOARD_MISSING",
                "dueOn", LocalDate.now((Clock) clock).minusDays(1).toString(),
                "description", "Hành lang tầng 2 chưa có bảng niêm yết",
                "remedy", "Đặt làm hai bảng mới"));
        Map<String, Object> sheet = new LinkedHashMap<>(Map.of(
                "criteria", rows(task, each -> each.put("score", 1)),
                "ownFindings", List.of(found),
                "proposals", List.of(Map.of("name", "Bộ phận một cửa", "achievement", "Tốt"))));
        assertThatThrownBy(() -> desk.complete(task, sheet))
                .hasMessageContaining("“Hạn khắc phục” không được ở trong quá khứ")
                .hasMessageContaining("Bộ phận một cửa: “Thành tích” cần ít nhất 10 ký tự");
        found.put("dueOn", "2099-10-30");
        sheet.put("proposals", List.of(Map.of("name", "Bộ phận một cửa", "achievement", "Cả năm không có phản ánh")));
        desk.complete(task, sheet);

        Map<String, Object> shown = desk.form(task(DISTRICT, "approve"));
        assertThat(shown.get("ownFindings").toString())
                .contains(
                        "Hành lang tầng 2 chưa có bảng niêm yết",
                        "30/10/2099",
                        "Đặt làm hai bảng mới",
                        "Thiếu bảng niêm yết");
        assertThat(shown.get("proposals").toString()).contains("Cả năm không có phản ánh", "Bộ phận một cửa");
        complete(DISTRICT, "approve", Map.of("decision", "return", "reason", "Điểm nhóm A chưa đúng với minh chứng"));
        Task again = task(DISTRICT, "scoreCriteria");
        assertThat(desk.rows(again, "ownFindings")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("type", "BOARD_MISSING")
                .containsEntry("dueOn", "2099-10-30"));
        desk.complete(again, Map.of("ownFindings", List.of()));
        assertThat(reflections.of(cycle, DISTRICT).findings()).isEmpty();
        assertThat(reflections.of(cycle, DISTRICT).proposals())
                .containsExactly(new AwardProposal("Bộ phận một cửa", "Cả năm không có phản ánh"));
    }

    @Test
    void aForgedMaximumChangesNothing() {
        refusesScores(
                row -> {
                    row.put("max", 100);
                    row.put("score", 50);
                },
                "CS-A1",
                "không được quá 4");
    }

    @Test
    void aForgedCodeDoesNotMoveAScoreToAnotherCriterion() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, row -> row.put("score", 1));
        rows.get(0).put("code", "CS-A2");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("Dòng CS-A1: Dữ liệu gửi lên ở vị trí này là của dòng khác");
        assertThat(scorecards.of(cycle, DISTRICT)).hasSize(31).allMatch(row -> row.self() == null);
    }

    @Test
    void aCriterionThatAlwaysAppliesIsNotLeftOut() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, row -> row.put("score", 1));
        rows.get(0).put("notApplicable", true);
        rows.get(0).put("naReason", "Đơn vị không có việc này trong năm");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("CS-A1")
                .hasMessageContaining("không được chọn “Không áp dụng”");
        assertThat(scorecards.of(cycle, DISTRICT)).allMatch(row -> row.self() == null);
    }

    @Test
    void aShortReasonToLeaveOutIsRefusedAndAGoodOneKept() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, row -> row.put("score", 1));
        Map<String, Object> leftOut = row(rows, "CS-B6");
        leftOut.put("notApplicable", true);
        leftOut.put("score", null);
        leftOut.put("naReason", "Không có");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .hasMessageContaining("CS-B6")
                .hasMessageContaining("20 ký tự");
        leftOut.put("naReason", "Trong năm Thành phố không tổ chức hội thi nào");
        desk.complete(task, Map.of("criteria", rows));
        SelfScore stored = scorecards.of(cycle, DISTRICT).stream()
                .map(ScorecardRow::self)
                .filter(score -> score.criterion().equals("CS-B6"))
                .findFirst()
                .orElseThrow();
        assertThat(stored.notApplicable()).isTrue();
        assertThat(stored.score()).isNull();
    }

    @Test
    void aMissingRowIsRefused() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, row -> row.put("score", 1));
        rows.remove(30);
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("31 dòng");
    }

    @Test
    void pointsThatNeedAFileAreRefusedWithoutItAndTheCriteriaAreNamed() {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", 1));
        row(rows, "CS-C4").put("score", 0);
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("thiếu tệp minh chứng bắt buộc: CS-C1. Hãy");
        desk.bringEvidence(task);
        desk.complete(task, Map.of("criteria", rows));
        assertThat(scorecards.of(cycle, DISTRICT)).allMatch(row -> row.self() != null);
    }

    @Test
    void evidenceOfTheFutureIsRefused() {
        refusesScores(
                row -> {
                    row.put("score", 1);
                    row.put("evidenceIssuedOn", "2099-01-01");
                },
                "CS-A1",
                "tương lai");
    }

    @Test
    void longTextsInAnyUnicodeFormAreKeptComposed() {
        acknowledged(DISTRICT);
        String composed =
                "Ủy ban đã quán triệt. ".repeat(1_000).substring(0, 20_000).strip();
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, row -> {
            row.put("score", 1);
            row.put("note", decomposed);
        });
        Map<String, Object> leftOut = row(rows, "CS-B6");
        leftOut.put("notApplicable", true);
        leftOut.put("naReason", decomposed);
        desk.complete(task, Map.of("criteria", rows));
        assertThat(scorecards.of(cycle, DISTRICT))
                .allMatch(row -> composed.equals(row.self().note()))
                .filteredOn(row -> row.criterion().equals("CS-B6"))
                .allMatch(row -> composed.equals(row.self().naReason()));
        approve(DISTRICT);
    }

    @Test
    void moreThanTwentyPointsLeftOutNeedTheSecretary() {
        submitted(WARD, SelfAssessmentProcessTest::leavesMuchOut);
        assertThat(scorecards.of(cycle, WARD)).hasSize(56);
        assertThat(desk.form(task(WARD, "checkCompleteness")))
                .containsEntry("naApproval", "SECRETARY")
                .containsEntry("leftOutPoints", "21");
        assertThatThrownBy(() -> complete(WARD, "checkCompleteness", Map.of("decision", "complete")))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("Quyết định");
        Task check = task(WARD, "checkCompleteness");
        assertThatThrownBy(() -> desk.complete(
                        check, Map.of("decision", "complete", "leftOut", decided(check, "CC-D2"::equals))))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("CC-D2")
                .hasMessageContaining("yêu cầu đơn vị bổ sung");
        desk.complete(check, Map.of("decision", "complete", "leftOut", decided(check, code -> false)));
        assertThat(ends(WARD)).contains("endEvent_submitted");
        assertThat(naDecisions.of(cycle, WARD)).hasSize(4).allMatch(NaDecision::accepted);
    }

    @Test
    void aCriterionThatMayNotBeLeftOutGoesBackToTheUnitByItself() {
        submitted(WARD, SelfAssessmentProcessTest::leavesMuchOut);
        Task check = task(WARD, "checkCompleteness");
        Map<String, Object> said = supplement(Map.of("criterion", "CS-A1", "what", "Số và ngày của kế hoạch"));
        said.put("leftOut", decided(check, "CC-D2"::equals));
        desk.complete(check, said);
        assertThat(desk.rows(task(WARD, "supplement"), "criteria"))
                .extracting(row -> row.get("code"))
                .containsExactly("CS-A1", "CC-D2");
        complete(WARD, "supplement", Map.of());
        assertThat(desk.rows(task(WARD, "checkCompleteness"), "leftOut"))
                .filteredOn(row -> row.get("naDecision").equals("refuse"))
                .extracting(row -> row.get("code"))
                .containsExactly("CC-D2");
        complete(WARD, "checkCompleteness", Map.of("decision", "complete"));
        assertThat(naDecisions.of(cycle, WARD)).contains(new NaDecision("CC-D2", false));
    }

    @Test
    void onlyWhatTheSecretaryNamedMayBeSupplemented() {
        submitted(DISTRICT, row -> row.put("score", 1));
        complete(DISTRICT, "checkCompleteness", supplement(Map.of("criterion", "CS-A2", "what", "Thiếu trang cuối")));
        Task task = task(DISTRICT, "supplement");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        assertThat(rows).extracting(row -> row.get("code")).containsExactly("CS-A2");
        rows.get(0).put("score", 0.5);
        rows.get(0).put("code", "CS-A1");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows))).hasMessageContaining("của dòng khác");
        rows.get(0).put("code", "CS-A2");
        desk.complete(task, Map.of("criteria", rows));
        assertThat(scorecards.of(cycle, DISTRICT))
                .filteredOn(row -> !row.criterion().equals("CS-A2"))
                .hasSize(30)
                .allSatisfy(row -> assertThat(row.selfAnswer().score()).isEqualByComparingTo("1"));
        assertThat(scorecards.of(cycle, DISTRICT).get(1).selfAnswer().score()).isEqualByComparingTo("0.5");
    }

    @Test
    void aRowThatNobodyAskedForIsRefusedByItsCode() {
        submitted(DISTRICT, row -> row.put("score", 1));
        complete(DISTRICT, "checkCompleteness", supplement(Map.of("criterion", "CS-A2", "what", "Thiếu trang cuối")));
        List<SelfScore> other =
                List.of(new SelfScore("CS-A1", false, null, new BigDecimal("2"), null, new Evidence(null, null, null)));
        assertThat(supplementing.supplement(cycle, DISTRICT, other))
                .extracting(Refusal::row)
                .containsExactly("CS-A1");
        assertThat(scorecards.of(cycle, DISTRICT).get(0).selfAnswer().score()).isEqualByComparingTo("1");
    }

    @Test
    void theSecretarySetsTheLastDayOfTheSupplement() {
        submitted(DISTRICT, row -> row.put("score", 1));
        LocalDate today = LocalDate.now((Clock) clock);
        Map<String, Object> said = supplement(Map.of("criterion", "CS-A1", "what", "Số và ngày của kế hoạch"));
        assertThat(desk.form(task(DISTRICT, "checkCompleteness")))
                .containsEntry("supplementBy", calendar.plus(today, 5).toString());
        said.put("supplementBy", calendar.plus(today, 6).toString());
        assertThatThrownBy(() -> complete(DISTRICT, "checkCompleteness", said)).hasMessageContaining("không muộn hơn");
        said.put("supplementBy", today.toString());
        assertThatThrownBy(() -> complete(DISTRICT, "checkCompleteness", said)).hasMessageContaining("sau hôm nay");
        said.put("supplementBy", calendar.plus(today, 2).toString());
        complete(DISTRICT, "checkCompleteness", said);
        assertThat(task(DISTRICT, "supplement").getDueDate().toInstant())
                .isEqualTo(calendar.dueAt(calendar.plus(today, 2)));
    }

    @Test
    void whenNoSupplementComesTheSecretaryDecidesOnWhatWasApproved() {
        submitted(DISTRICT, row -> row.put("score", 1));
        complete(DISTRICT, "checkCompleteness", supplement(Map.of("criterion", "CS-A1", "what", "Thiếu trang cuối")));
        String process = process(DISTRICT);
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(desk.openTasks(key(DISTRICT))).containsExactly("userTask_checkCompleteness");
        SelfAssessment closed = selfAssessments.get(cycle, DISTRICT);
        assertThat(closed.supplementClosedAt()).isNotNull();
        assertThat(closed.isOpenForScores()).isFalse();
        assertThat(mails("self-assessment.supplement-closed/" + cycle)).isEqualTo(2);
        assertThat(jobs.createJobQuery().processInstanceId(process).count()).isZero();
        assertThat(desk.form(task(DISTRICT, "checkCompleteness"))).containsEntry("supplementClosed", true);
        complete(DISTRICT, "checkCompleteness", Map.of("decision", "complete"));
        assertThat(ends(DISTRICT)).contains("endEvent_submitted");
    }

    private static Map<String, Object> supplement(Map<String, Object> missing) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("decision", "supplement");
        said.put("reason", "Thiếu minh chứng của một tiêu chí");
        said.put("missing", List.of(missing));
        return said;
    }

    private List<Map<String, Object>> decided(Task check, Predicate<String> refused) {
        List<Map<String, Object>> rows = desk.rows(check, "leftOut");
        rows.forEach(row -> row.put("naDecision", refused.test((String) row.get("code")) ? "refuse" : "accept"));
        return rows;
    }

    private static void leavesMuchOut(Map<String, Object> row) {
        row.put("score", 1);
        if (List.of("CC-B5", "CC-D2", "CC-D4", "CC-E3").contains(row.get("code"))) {
            row.put("notApplicable", true);
            row.put("score", null);
            row.put("naReason", "Địa bàn không có loại địa điểm này");
        }
    }

    @Test
    void anAcknowledgementNeedsReceiptAndAReasonForConflicts() {
        start(DISTRICT);
        Task task = task(DISTRICT, "acknowledge");
        assertThatThrownBy(() -> desk.complete(task, Map.of("staffCount", 10))).hasMessageContaining("Đã tiếp nhận");
        assertThatThrownBy(() -> desk.complete(
                        task,
                        Map.of(
                                "received",
                                true,
                                "staffCount",
                                10,
                                "conflicts",
                                List.of(Map.of("unit", "q-tay-ho", "reason", "Ngắn")))))
                .hasMessageContaining("Lý do cần tránh");
        Map<String, String> twice = Map.of("unit", "q-tay-ho", "reason", "Hai bên đang chung một dự án");
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("received", true, "staffCount", 10, "conflicts", List.of(twice, twice))))
                .hasMessageContaining("chỉ khai một lần");
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("received", true, "staffCount", 10, "conflicts", Collections.nCopies(6, twice))))
                .hasMessageContaining("Chỉ được khai tối đa 5 đơn vị cần tránh");
        assertThatThrownBy(
                        () -> desk.complete(task, Map.of("received", true, "staffCount", 20_001, "contactPhone", "12")))
                .hasMessageContaining("20000")
                .hasMessageContaining("Điện thoại");
        assertThat(selfAssessments.get(cycle, DISTRICT).acknowledgedAt()).isNull();
    }

    private void refusesScores(Consumer<Map<String, Object>> first, String row, String reason) {
        acknowledged(DISTRICT);
        Task task = task(DISTRICT, "scoreCriteria");
        List<Map<String, Object>> rows = rows(task, each -> each.put("score", 1));
        first.accept(rows.get(0));
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining(row)
                .hasMessageContaining(reason);
        assertThat(scorecards.of(cycle, DISTRICT)).allMatch(each -> each.self() == null);
    }

    private void start(String unit) {
        String name = unit.equals(DISTRICT) ? "Quận Ba Đình" : unit;
        runtime.startProcessInstanceByKey("self-assessment", key(unit), Trial.unit(cycle, unit, name));
    }

    private void acknowledged(String unit) {
        start(unit);
        acknowledge(unit, Map.of());
    }

    private void acknowledge(String unit, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("received", true);
        values.put("staffCount", 120);
        complete(unit, "acknowledge", values);
    }

    private void score(String unit, Consumer<Map<String, Object>> each) {
        Task task = task(unit, "scoreCriteria");
        desk.complete(task, Map.of("criteria", rows(task, each)));
    }

    private void approve(String unit) {
        complete(unit, "approve", Map.of("decision", "approve", "pledge", true));
    }

    private void submitted(String unit, Consumer<Map<String, Object>> each) {
        acknowledged(unit);
        score(unit, each);
        approve(unit);
    }

    private List<Map<String, Object>> rows(Task task, Consumer<Map<String, Object>> each) {
        desk.bringEvidence(task);
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(each);
        return rows;
    }

    private static Map<String, Object> row(List<Map<String, Object>> rows, String code) {
        return rows.stream()
                .filter(row -> row.get("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void as(String user, Task task, Map<String, Object> values) {
        identities.setAuthentication(user, List.of(Groups.coordinatorAt("q-tay-ho"), Groups.headAt("q-tay-ho")));
        try {
            tasks.claim(task.getId(), user);
            desk.complete(task, values);
        } finally {
            identities.clearAuthentication();
        }
    }

    private void complete(String unit, String name, Map<String, Object> values) {
        desk.complete(task(unit, name), values);
    }

    /** As the inbox "Trả lại cho tôi" asks. */
    private boolean isReturned(Task task) {
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskVariableValueEquals("returned", true)
                        .count()
                == 1;
    }

    private Task task(String unit, String name) {
        return desk.task(key(unit), name);
    }

    private String key(String unit) {
        return cycle + "/" + unit;
    }

    private String process(String unit) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key(unit))
                .singleResult()
                .getId();
    }

    private String candidateGroup(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    private List<String> ends(String unit) {
        String process = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key(unit))
                .finished()
                .singleResult()
                .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(end -> end.getActivityId())
                .toList();
    }

    private String subjectOf(Task task) {
        return jdbc.sql("select distinct subject from outbox where mail_key like ?")
                .param("task.assigned/" + task.getId() + "/%")
                .query(String.class)
                .single();
    }

    private int mails(String key) {
        return jdbc.sql("select count(*) from outbox where mail_key like ?")
                .param(key + "/%")
                .query(Integer.class)
                .single();
    }
}
