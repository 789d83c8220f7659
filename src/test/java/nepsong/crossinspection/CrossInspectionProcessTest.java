package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Seats;
import nepsong.catalogue.Criterion;
import nepsong.correction.Finding;
import nepsong.correction.FindingType;
import nepsong.correction.Findings;
import nepsong.cycle.Affair;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.directive.Teams;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.FormRefusedException;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import nepsong.reminder.EscalateOverdue;
import nepsong.reminder.Escalation;
import nepsong.reminder.Escalations;
import nepsong.selfassessment.AwardProposal;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.Figures;
import nepsong.selfassessment.LayOutScorecard;
import nepsong.selfassessment.OwnFinding;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.Sample;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklists;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit's way through {@code cross-inspection}: visit, minutes, explanation, answer and final scores. */
@ProcessTest
class CrossInspectionProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String INSPECTING = "q-tay-ho";
    /** Judged by both sets: only there can more than 20 points be left out. */
    private static final String WARD = "p-hoan-kiem";

    private static final String LONG =
            "Đơn vị có đầy đủ hồ sơ, minh chứng và đề nghị Đoàn kiểm tra xem xét lại điểm này.";

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final Teams teams;
    private final Inspections inspections;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final UnitChecklists checklists;
    private final LayOutScorecard layOut;
    private final Findings findings;
    private final DemonstrationPeople people;
    private final People persons;
    private final WorkingCalendar calendar;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identities;
    private final AskForExtension asking;
    private final EscalateOverdue escalate;
    private final Escalations escalations;
    private final TaskEvidence evidence;
    private final Delegations delegations;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    CrossInspectionProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            Teams teams,
            Inspections inspections,
            Scorecards scorecards,
            Reflections reflections,
            UnitChecklists checklists,
            LayOutScorecard layOut,
            Findings findings,
            DemonstrationPeople people,
            People persons,
            WorkingCalendar calendar,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            IdentityService identities,
            AskForExtension asking,
            EscalateOverdue escalate,
            Escalations escalations,
            TaskEvidence evidence,
            Delegations delegations,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.teams = teams;
        this.inspections = inspections;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.layOut = layOut;
        this.findings = findings;
        this.people = people;
        this.persons = persons;
        this.calendar = calendar;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.identities = identities;
        this.asking = asking;
        this.escalate = escalate;
        this.escalations = escalations;
        this.evidence = evidence;
        this.delegations = delegations;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aPairIsCalledIn() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", INSPECTING, "Quận Tây Hồ", "q-hoan-kiem", "Quận Hoàn Kiếm"));
        cycle = "ci-" + CYCLES.incrementAndGet();
        cycles.add(new Cycle(
                cycle, 2023, "Kỳ kiểm tra thử", null, null, Instant.now((Clock) clock), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle,
                1,
                null,
                List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, INSPECTING, "q-hoan-kiem"))),
                Map.of()));
        Seats.give(teams, cycle, today(), "member1");
        layOut.layOut(cycle, UNIT);
        scorecards.writeSelf(
                cycle,
                UNIT,
                checklists.of(cycle, UNIT).criteria().stream()
                        .map(CrossInspectionProcessTest::fullMarks)
                        .toList());
        callIn(UNIT, "qbadinh", "Quận Ba Đình", INSPECTING, "qtayho", "Quận Tây Hồ");
    }

    private void callIn(
            String unit,
            String unitKey,
            String unitName,
            String inspecting,
            String inspectingKey,
            String inspectingName) {
        runtime.startProcessInstanceByKey(
                "cross-inspection",
                cycle + "/" + unit,
                Map.of(
                        "cycle", cycle,
                        "cycleName", "Kỳ kiểm tra thử",
                        "bloc", "khoi-1",
                        "blocName", "Khối 1",
                        "unit", unit,
                        "unitKey", unitKey,
                        "unitName", unitName,
                        "inspecting", inspecting,
                        "inspectingKey", inspectingKey,
                        "inspectingName", inspectingName));
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        // A visit that was left open would keep its inspectors busy in the next test.
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(cycle)
                .update();
        clock.reset();
    }

    @Test
    void aUnitIsInspectedAndKeepsTheCrossScoresWhereTheyAreNear() {
        Map<String, Object> proposed = desk.form(task("schedule"));
        assertThat(proposed)
                .containsEntry("participants", List.of("qtayhoInspector"))
                .containsEntry("place", "Trụ sở Quận Ba Đình")
                .containsEntry(
                        "plannedAt", calendar.plus(today(), 5).atTime(9, 0).toString());
        complete("schedule", Map.of());
        assertThat(mails("cross-inspection.scheduled")).isEqualTo(3);

        assertThat(task("inspect").getName()).isEqualTo("Kiểm tra, chấm điểm – Quận Ba Đình");
        assertThat(task("inspect").getDueDate().toInstant())
                .isEqualTo(calendar.dueAt(calendar.plus(calendar.plus(today(), 5), 2)));
        assertThat(desk.rows(task("inspect"), "criteria"))
                .hasSize(31)
                .allSatisfy(row -> assertThat(row.get("selfScore")).isEqualTo(row.get("max")));
        inspect(row -> row.put("score", row.get("max")), List.of());
        complete("writeMinutes", Map.of());
        assertThat(jdbc.sql("select recipient_person from outbox where mail_key like ? and facts like ?")
                        .params("cross-inspection.minutes-waiting/" + cycle + "/%", "%\"deadline\":\"%")
                        .query(String.class)
                        .list())
                .as("the two sides that sign")
                .containsExactlyInAnyOrder("qtayhoInspector", "qbadinhCoordinator", "qbadinhHead");

        assertThat(ended()).isTrue();
        assertThat(scorecards.of(cycle, UNIT)).allSatisfy(row -> {
            assertThat(row.finalScore()).isEqualByComparingTo(row.cross().score());
            assertThat(row.finalNotApplicable()).isFalse();
        });
        Inspection inspection = inspections.get(cycle, UNIT);
        assertThat(inspection.dutyDone()).isTrue();
        assertThat(inspection.late()).isFalse();
        assertThat(inspection.visitedOn()).isNotNull();
        assertThat(inspection.finishedAt()).isNotNull();
    }

    @Test
    void aDisputeGoesFromTheUnitToItsInspectorsAndToTheHeadOfTeam() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    boolean low = List.of("CS-A1", "CS-A2", "CS-A3").contains(row.get("code"));
                    row.put("score", low ? 0 : row.get("max"));
                    row.put("note", low ? "Không có hồ sơ tại thời điểm kiểm tra" : null);
                },
                List.of(Map.of(
                        "type", "BOARD_FADED",
                        "severity", "MINOR",
                        "place", "Bộ phận một cửa",
                        "description", "Bảng niêm yết đã bạc màu, khó đọc")));
        complete("writeMinutes", Map.of());
        assertThat(findings.of(cycle, UNIT)).hasSize(1);

        Task explain = task("explain");
        List<Map<String, Object>> asked = desk.rows(explain, "criteria");
        assertThat(asked).extracting(row -> row.get("code")).containsExactly("CS-A1", "CS-A2", "CS-A3");
        assertThat(asked).allSatisfy(row -> assertThat(row.get("agreed")).isEqualTo(true));
        tasks.claim(explain.getId(), "qbadinhCoordinator");
        assertThat(desk.bringPhoto(explain, "qbadinhCoordinator", "CS-A1")
                        .orElseThrow()
                        .refusals())
                .isEmpty();
        assertThat(desk.bringPhoto(explain, "qbadinhCoordinator", "CS-B1")
                        .orElseThrow()
                        .refusals())
                .as("nobody asked about it")
                .isNotEmpty();
        assertThat(desk.bringPhoto(explain, "qhoankiemCoordinator", "CS-A1"))
                .as("of another unit")
                .isEmpty();
        asked.get(0).put("agreed", false);
        asked.get(0).put("explanation", "Quá ngắn");
        assertThatThrownBy(() -> desk.complete(explain, Map.of("criteria", asked)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("CS-A1")
                .hasMessageContaining("50 ký tự");
        asked.get(0).put("explanation", LONG);
        asked.get(1).put("agreed", false);
        asked.get(1).put("explanation", LONG);
        asked.get(1).put("proposedScore", 1);
        desk.complete(explain, Map.of("criteria", asked));
        onlyLooksAtTheExplanation("approveExplanation", "qbadinhHead");
        assertThat(desk.form(task("approveExplanation")).get("details").toString())
                .contains("pieces=1", "pieces=0")
                .as("a table knows no marks")
                .contains(" điểm")
                .doesNotContain("**");
        complete("approveExplanation", Map.of("decision", "approve"));

        List<Map<String, Object>> answers = desk.rows(task("answer"), "criteria");
        assertThat(answers).hasSize(2);
        onlyLooksAtTheExplanation("answer", "qtayhoInspector");
        assertThat(desk.form(task("answer")).get("catalogue").toString()).contains("files=1", "files=0");
        answers.get(0).putAll(Map.of("decision", "reject", "reason", LONG));
        answers.get(1).putAll(Map.of("decision", "accept", "reason", LONG));
        refusesWhoeverWorksForTheUnit("answer", Groups.inspectorAt(INSPECTING), answers);
        complete("answer", Map.of("criteria", answers));
        assertThat(mails("cross-inspection.explanation-answered")).isEqualTo(2);

        List<Map<String, Object>> open = desk.rows(task("settle"), "criteria");
        assertThat(open).hasSize(2);
        onlyLooksAtTheExplanation("settle", "headOfTeam");
        open.get(0).putAll(Map.of("finalScore", 2.5, "reason", LONG));
        open.get(1).put("reason", LONG);
        refusesWhoeverWorksForTheUnit("settle", Groups.HEAD_OF_TEAM, open);
        complete("settle", Map.of("criteria", open));

        assertThat(ended()).isTrue();
        assertThat(score("CS-A1").finalScore()).isEqualByComparingTo("2.5");
        assertThat(score("CS-A2").finalScore()).isEqualByComparingTo("1");
        assertThat(score("CS-A3").finalScore()).isEqualByComparingTo("0");
        assertThat(score("CS-A1").cross().score()).isEqualByComparingTo("0");
        assertThat(score("CS-A1").self().score()).isEqualByComparingTo("4");
        assertThat(score("CS-A1").dispute().answer()).isEqualTo("reject");
        assertThat(jdbc.sql(
                                """
                                select before_values || ' -> ' || after_values from audit_events
                                where cycle = ? and unit = ? and action = 'scores.settled'
                                """)
                        .params(cycle, UNIT)
                        .query(String.class)
                        .single())
                .startsWith("{\"CS-A1\":0")
                .contains("-> {\"CS-A1\":2.5");
    }

    @Test
    void whenTheWindowClosesSilenceIsAgreement() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    row.put("score", row.get("code").equals("CS-A1") ? 0 : row.get("max"));
                    row.put("note", row.get("code").equals("CS-A1") ? "Không có hồ sơ tại thời điểm kiểm tra" : null);
                },
                List.of());
        assertThat(subjectOf(task("writeMinutes"))).contains("Việc mới: Lập biên bản kiểm tra");
        complete("writeMinutes", Map.of());
        assertThat(subjectOf(task("explain"))).endsWith("Mời giải trình 1 tiêu chí");
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(ended()).isTrue();
        assertThat(score("CS-A1").finalScore()).isEqualByComparingTo("0");
        assertThat(score("CS-A1").dispute().agreed()).isTrue();
        assertThat(inspections.get(cycle, UNIT).explanationClosedAt()).isNotNull();
    }

    @Test
    void anAcceptedExplanationEndsTheDisputeAndAFormThatOpensAgreedNeedsNoAnswer() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    boolean lower = row.get("code").equals("CS-A1");
                    row.put("score", lower ? 2 : row.get("max"));
                    row.put("note", lower ? "Mới có một nửa số hồ sơ cần thiết" : null);
                },
                List.of());
        complete("writeMinutes", Map.of());
        List<Map<String, Object>> asked = desk.rows(task("explain"), "criteria");
        asked.get(0).putAll(Map.of("agreed", false, "explanation", LONG, "proposedScore", 3.25));
        complete("explain", Map.of("criteria", asked));
        complete("approveExplanation", Map.of("decision", "approve"));
        List<Map<String, Object>> answers = desk.rows(task("answer"), "criteria");
        answers.get(0).putAll(Map.of("decision", "accept", "reason", LONG));
        complete("answer", Map.of("criteria", answers));
        assertThat(ended()).isTrue();
        assertThat(score("CS-A1").finalScore()).isEqualByComparingTo("3.25");
    }

    @Test
    void findingsAloneInviteAnExplanationThatMayOpenAgreed() {
        complete("schedule", Map.of());
        inspect(
                row -> row.put("score", row.get("max")),
                List.of(Map.of(
                        "type", "CONDUCT",
                        "severity", "MAJOR",
                        "place", "Bộ phận một cửa",
                        "description", "Trang phục chưa đúng quy định")));
        complete("writeMinutes", Map.of());
        complete("explain", Map.of());
        complete("approveExplanation", Map.of("decision", "approve"));
        assertThat(ended()).isTrue();
    }

    @Test
    void aFindingThatCanBeSeenIsRefusedWithoutItsPhoto() {
        complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put(
                "findings",
                List.of(found("CONDUCT", "MAJOR"), found("BOARD_FADED", "MINOR"), found("WORKPLACE_UNTIDY", "MINOR")));
        desk.bringPhotosOfFindings(task("inspect"), 1, 1);
        assertThatThrownBy(() -> complete("inspect", sheet)).hasMessageContaining("minh chứng bắt buộc: TT-2, TT-3.");
        desk.bringPhotosOfFindings(task("inspect"), 2, 3);
        complete("inspect", sheet);
        complete("writeMinutes", Map.of());
        assertThat(findings.of(cycle, UNIT)).extracting(Finding::code).containsExactly("TT-1", "TT-2", "TT-3");
    }

    @Test
    void pointsTakenOffWithoutAPhotoAreNamedInTheMinutes() {
        LocalDateTime planned = LocalDateTime.parse(
                Objects.requireNonNull(desk.form(task("schedule")).get("plannedAt"))
                        .toString());
        complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(row -> {
            boolean lower = List.of("CS-B1", "CS-C1", "CS-C2", "CS-C4").contains(row.get("code"));
            row.put(
                    "score",
                    lower ? new BigDecimal(row.get("max").toString()).subtract(BigDecimal.ONE) : row.get("max"));
        });
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("findings", List.of());
        assertThat(desk.form(task("inspect")).get("catalogue").toString()).contains("cần có ảnh của đoàn kiểm tra");

        Map<String, Object> shown = new LinkedHashMap<>(found("WORKPLACE_UNTIDY", "MINOR"));
        shown.put("criterion", "CS-C4");
        sheet.put("findings", List.of(shown));
        desk.bringPhotosOfFindings(task("inspect"), 1, 1);
        assertThat(evidence.of(task("inspect").getId(), "qtayhoInspector")
                        .orElseThrow()
                        .place()
                        .visitAt())
                .as("what the time of a photo is compared with")
                .isEqualTo(planned);
        complete("inspect", sheet);
        assertThat(desk.form(task("writeMinutes")))
                .as("the photo of a finding under the criterion will do; what is lacking is told to those who sign")
                .containsEntry("photosLacking", "CS-C1, CS-C2");
        assertThat(score("CS-C1").cross().score()).isEqualByComparingTo("3");
    }

    @Test
    void photosStayWithTheirFindingWhenAnotherRowIsTakenOut() {
        complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        desk.bringPhotosOfFindings(task("inspect"), 1, 3);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put(
                "findings",
                List.of(numbered(3, found("WORKPLACE_UNTIDY", "MINOR")), numbered(1, found("BOARD_FADED", "MINOR"))));
        assertThatThrownBy(() -> complete("inspect", sheet))
                .hasMessageContaining("phiếu không có tồn tại tương ứng: TT-2.");
        sheet.put("findings", List.of(numbered(1, found("CONDUCT", "MINOR")), numbered(1, found("CONDUCT", "MINOR"))));
        assertThatThrownBy(() -> complete("inspect", sheet)).hasMessageContaining("TT-1", "đã được dùng");

        jdbc.sql("delete from evidence where cycle = ? and topic = 'TT-2'")
                .param(cycle)
                .update();
        sheet.put(
                "findings",
                List.of(numbered(3, found("WORKPLACE_UNTIDY", "MINOR")), numbered(1, found("BOARD_FADED", "MINOR"))));
        complete("inspect", sheet);
        assertThat(desk.rows(task("writeMinutes"), "findings"))
                .extracting(row -> row.get("code") + " " + row.get("type") + " " + row.get("pieces"))
                .containsExactly("TT-3 Nơi làm việc chưa gọn gàng 1", "TT-1 Bảng niêm yết bạc màu 1");
        complete("writeMinutes", Map.of());
        assertThat(findings.of(cycle, UNIT))
                .extracting(one -> one.code() + " " + one.type())
                .containsExactly("TT-1 BOARD_FADED", "TT-3 WORKPLACE_UNTIDY");
    }

    private static Map<String, Object> numbered(int number, Map<String, Object> found) {
        Map<String, Object> row = new LinkedHashMap<>(found);
        row.put("number", number);
        return row;
    }

    private static Map<String, Object> found(String type, String severity) {
        return Map.of(
                "type",
                type,
                "severity",
                severity,
                "place",
                "Bộ phận một cửa",
                "description",
                "Đã thấy khi kiểm tra tại đơn vị");
    }

    @Test
    void aLargeDifferenceWithoutANoteIsRefusedByRow() {
        complete("schedule", Map.of());
        Task task = task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        rows.get(0).put("score", 0);
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("CS-A1")
                .hasMessageContaining("Lý do chênh lệch");
        assertThat(scorecards.of(cycle, UNIT)).allMatch(row -> row.cross() == null);
    }

    @Test
    void aNoteIsKeptWhereTheDifferenceIsSmall() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    row.put("score", row.get("max"));
                    row.put("note", "Hồ sơ đầy đủ, đúng quy định");
                },
                List.of());
        assertThat(score("CS-A1").cross().note()).isEqualTo("Hồ sơ đầy đủ, đúng quy định");
    }

    @Test
    void whatWasLookedAtStandsBesideTheUnitsNumbersAndInTheMinutes() {
        scorecards.writeSelf(
                cycle,
                UNIT,
                List.of(new SelfScore(
                        "CS-C3", false, null, BigDecimal.valueOf(2), null, Evidence.NONE, new Figures(40, 40))));
        complete("schedule", Map.of());
        reflections.write(
                cycle,
                UNIT,
                new Reflection(
                        List.of(new OwnFinding(
                                FindingType.BOARD_MISSING, "Hành lang", "Đặt bảng mới", LocalDate.of(2099, 10, 30))),
                        List.of(new AwardProposal("Tổ một cửa", "Không có phản ánh"))),
                false);
        Map<String, Object> shown = desk.form(task("inspect"));
        assertThat(shown.get("catalogue").toString()).contains("số liệu: đạt 40 trên 40");
        assertThat(shown.get("ownFindings").toString()).contains("Thiếu bảng niêm yết", "Đặt bảng mới", "30/10/2099");
        assertThat(shown.get("proposals").toString()).contains("Tổ một cửa", "Không có phản ánh");
        Consumer<Map<String, Object>> near = row -> {
            row.put("score", row.get("max"));
            if (row.get("code").equals("CS-C3")) {
                row.putAll(Map.of("samples", 12, "faults", 3));
            }
        };
        assertThatThrownBy(() -> inspect(near.andThen(row -> row.replace("faults", 13)), List.of()))
                .hasMessageContaining("CS-C3: “Số lỗi” không được lớn hơn “Số mẫu đã xem”");
        assertThatThrownBy(() -> inspect(near, List.of()))
                .hasMessageContaining(
                        "CS-C3: Điểm kiểm tra khác điểm tính theo mẫu đã xem (3 lỗi trên 12 mẫu, được 1,5");
        inspect(
                near.andThen(row -> row.computeIfPresent("samples", (key, size) -> {
                    row.put("score", 1.5);
                    return size;
                })),
                List.of());
        assertThat(score("CS-C3").cross().sample()).isEqualTo(new Sample(12, 3));
        assertThat(score("CS-A1").cross().sample()).isEqualTo(Sample.NONE);
        assertThat(desk.form(task("writeMinutes")).get("scores").toString()).contains("Đã kiểm tra: 3 lỗi trên 12 mẫu");
    }

    @Test
    void roomsAndPositionOfTheVisitStandInItsMinutes() {
        complete("schedule", Map.of());
        Map<String, Object> sheet = new LinkedHashMap<>();
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        sheet.put("criteria", rows);
        sheet.put(
                "rooms", List.of(Map.of("name", "Bộ phận một cửa", "remark", "Gọn gàng"), Map.of("name", "Phòng họp")));
        sheet.put("position", "Hồ Gươm");
        assertThatThrownBy(() -> complete("inspect", sheet))
                .hasMessageContaining("“Vị trí khi bắt đầu (GPS)” không đúng mẫu");
        sheet.put("position", "21.02851, 105.85420");
        sheet.put("accuracy", 250);
        assertThatThrownBy(() -> complete("inspect", sheet))
                .hasMessageContaining("“Lý do sai số trên 100 m” phải được nhập");
        sheet.put("accuracyReason", "Đứng trong nhà");
        complete("inspect", sheet);
        assertThat(desk.form(task("writeMinutes")).get("content").toString())
                .endsWith(
                        """
                        Phòng, bộ phận được kiểm tra:
                        - Bộ phận một cửa: Gọn gàng
                        - Phòng họp
                        Vị trí khi bắt đầu (GPS): 21.02851, 105.85420, sai số 250 m (Đứng trong nhà).""");
    }

    @Test
    void aVisitOfTheFutureIsRefused() {
        complete("schedule", Map.of());
        Task task = task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        LocalDateTime tomorrow = today().plusDays(1).atTime(9, 0);
        assertThatThrownBy(() -> desk.complete(
                        task,
                        Map.of(
                                "criteria", rows,
                                "visitStart", tomorrow.toString(),
                                "visitEnd", tomorrow.toString())))
                .hasMessageContaining("Giờ bắt đầu")
                .hasMessageContaining("Giờ kết thúc");
    }

    @Test
    void aRoleAtTheInspectedUnitKeepsSomebodyOutOfWhomNothingElseIsKnown() {
        identities.createMembership("member1", Groups.headAt(UNIT));
        try {
            assertThatThrownBy(() -> complete("schedule", Map.of("participants", List.of("member1"))))
                    .hasMessageContaining("thuộc đơn vị được kiểm tra");
        } finally {
            identities.deleteMembership("member1", Groups.headAt(UNIT));
        }
    }

    @Test
    void nobodyIsSentWhileASubstituteStandsInForThem() {
        LocalDate today = LocalDate.now((Clock) clock);
        Delegation leave = new Delegation(
                cycle,
                "qtayhoInspector",
                "qtayhoCoordinator",
                today,
                today.plusDays(60),
                Set.of(TaskKind.CROSS_INSPECTION),
                "qtayhoInspector",
                null);
        delegations.add(leave, clock.instant());
        try {
            assertThatThrownBy(() -> complete("schedule", Map.of("participants", List.of("qtayhoInspector"))))
                    .hasMessageContaining("vắng trong ngày này, người làm thay là");
        } finally {
            jdbc.sql("delete from delegations where id = ?").param(cycle).update();
            delegations.end(cycle, "qtayhoInspector", clock.instant());
        }
        complete("schedule", Map.of("participants", List.of("qtayhoInspector")));
    }

    @Test
    void nobodyInspectsTheirOwnUnit() {
        complete("schedule", Map.of());
        Task task = task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        identities.createMembership("qbadinhInspector", Groups.inspectorAt(INSPECTING));
        identities.setAuthentication("qbadinhInspector", List.of(Groups.inspectorAt(INSPECTING)));
        try {
            tasks.claim(task.getId(), "qbadinhInspector");
            assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                    .hasMessageContaining("thuộc đơn vị được kiểm tra");
        } finally {
            identities.clearAuthentication();
            identities.deleteMembership("qbadinhInspector", Groups.inspectorAt(INSPECTING));
        }
    }

    @Test
    void aVisitIsPlannedForAWorkingDayWithNoticeAndWithoutAClash() {
        Task task = task("schedule");
        LocalDate earliest = calendar.plus(today(), 5);
        LocalDate saturday = earliest.plusDays(6 - earliest.getDayOfWeek().getValue() % 7 + 7L);
        refusesPlan(task, saturday.atTime(9, 0), "không phải là ngày làm việc");
        refusesPlan(task, earliest.atTime(7, 0), "8:00–16:30");
        refusesPlan(task, calendar.plus(today(), 1).atTime(9, 0), "5 ngày làm việc");
        desk.complete(
                task,
                Map.of(
                        "announcement",
                        "unannounced",
                        "plannedAt",
                        calendar.plus(today(), 1).atTime(9, 0).toString()));
        assertThat(mails("cross-inspection.scheduled")).isEqualTo(1);

        String first = cycle;
        aPairIsCalledIn();
        refusesPlan(task("schedule"), calendar.plus(today(), 1).atTime(10, 0), "5 ngày làm việc");
        assertThatThrownBy(() -> desk.complete(
                        task("schedule"),
                        Map.of(
                                "announcement",
                                "unannounced",
                                "plannedAt",
                                calendar.plus(today(), 1).atTime(14, 0).toString())))
                .hasMessageContaining("đã có lịch kiểm tra");
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(first)
                .update();
    }

    @Test
    void aSheetThatComesAfterTwoWorkingDaysIsLate() {
        complete("schedule", Map.of());
        clock.forward(Duration.ofDays(30));
        inspect(row -> row.put("score", row.get("max")), List.of());
        Inspection late = inspections.get(cycle, UNIT);
        assertThat(late.lateDays()).isEqualTo(calendar.between(late.dueOn(), today()));
        assertThat(late.late()).isTrue();
    }

    @Test
    void moreTimeForTheSheetStopsItsLateness() {
        complete("schedule", Map.of());
        LocalDate due = inspections.get(cycle, UNIT).dueOn();
        assertThat(asking.ask(
                        task("inspect").getId(),
                        "qtayhoInspector",
                        calendar.plus(due, 5),
                        "Người kiểm tra bị ốm sau buổi kiểm tra, cần thêm thời gian"))
                .isEmpty();
        complete("decideExtension", Map.of("decision", "approve"));
        assertThat(inspections.get(cycle, UNIT).dueOn()).isEqualTo(calendar.plus(due, 5));
        clock.forward(Duration.ofDays(ChronoUnit.DAYS.between(today(), calendar.plus(due, 4))));
        inspect(row -> row.put("score", row.get("max")), List.of());
        assertThat(inspections.get(cycle, UNIT).lateDays()).isZero();
    }

    @Test
    void aLateSheetStandsInTheFileOfTheUnitThatOwesIt() {
        complete("schedule", Map.of());
        clock.forward(Duration.ofDays(30));
        escalate.escalate();
        assertThat(escalations.of(new Affair(cycle, INSPECTING)))
                .extracting(Escalation::group)
                .contains(Groups.headAt(INSPECTING), Groups.HEAD_OF_TEAM);
        assertThat(escalations.of(new Affair(cycle, UNIT))).isEmpty();
        assertThat(jdbc.sql("select distinct unit from audit_events where cycle = ? and action = 'escalation.overdue'")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .containsExactly(INSPECTING);
    }

    @Test
    void aUnitThatRefusesToSignNeedsAReasonAndTwoWitnesses() {
        complete("schedule", Map.of());
        inspect(row -> row.put("score", row.get("max")), List.of());
        assertThatThrownBy(() -> complete("writeMinutes", Map.of("refusedToSign", true)))
                .hasMessageContaining("Lý do từ chối ký")
                .hasMessageContaining("thứ hai");
        complete(
                "writeMinutes",
                Map.of(
                        "refusedToSign", true,
                        "refusalReason", "Đơn vị không thống nhất với cách chấm điểm",
                        "firstWitness", "Nguyễn Văn Mẫu, cán bộ",
                        "secondWitness", "Trần Thị Mẫu, cán bộ"));
        assertThat(inspections.minutes(cycle, UNIT).orElseThrow().refusedToSign())
                .isTrue();
    }

    @Test
    void theHeadOfTheUnitAnswersForTheExplanationWithinTheSameDays() {
        loweredOnce();
        LocalDate last = calendar.plus(today(), 5);
        clock.forward(Duration.ofDays(1));
        disagree();
        Task approve = task("approveExplanation");
        assertThat(approve.getDueDate().toInstant()).isEqualTo(calendar.dueAt(last));
        assertThat(desk.form(approve)).containsEntry("askedCount", 1).containsEntry("disputedCount", 1L);
        assertThatThrownBy(() -> desk.complete(approve, Map.of("decision", "return", "reason", "Ngắn")))
                .hasMessageContaining("20 ký tự");
        desk.complete(approve, Map.of("decision", "return", "reason", "Cần nêu số hiệu văn bản chứng minh"));

        Task again = task("explain");
        assertThat(again.getDueDate().toInstant()).isEqualTo(calendar.dueAt(last));
        assertThat(desk.form(again)).containsEntry("returnReason", "Cần nêu số hiệu văn bản chứng minh");
        assertThat(desk.rows(again, "criteria"))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("agreed", false).containsEntry("explanation", LONG));
        complete("explain", Map.of());
        complete("approveExplanation", Map.of("decision", "approve"));
        assertThat(inspections.get(cycle, UNIT).explanationApprovedAt()).isNotNull();
        assertThat(desk.rows(task("answer"), "criteria")).hasSize(1);
    }

    @Test
    void anExplanationThatTheHeadDoesNotApproveInTimeCountsAsAgreement() {
        loweredOnce();
        disagree();
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(ended()).isTrue();
        assertThat(score("CS-A1").dispute().agreed()).isTrue();
        assertThat(score("CS-A1").finalScore()).isEqualByComparingTo("2");
        assertThat(inspections.get(cycle, UNIT).explanationClosedAt()).isNotNull();
    }

    @Test
    void whoExplainedDoesNotApprove() {
        loweredOnce();
        disagree();
        jdbc.sql("update inspections set explained_by = 'qbadinhHead' where cycle = ?")
                .param(cycle)
                .update();
        Task approve = task("approveExplanation");
        identities.setAuthentication("qbadinhHead", List.of(Groups.headAt(UNIT)));
        try {
            tasks.claim(approve.getId(), "qbadinhHead");
            assertThatThrownBy(() -> desk.complete(approve, Map.of("decision", "approve")))
                    .hasMessageContaining("không được tự phê duyệt");
        } finally {
            identities.clearAuthentication();
        }
        assertThat(inspections.get(cycle, UNIT).explanationApprovedAt()).isNull();
    }

    @Test
    void bothSidesSignTheMinutesAfterTheVisitAndNotInTheFuture() {
        complete("schedule", Map.of("observer", "member1"));
        inspect(row -> row.put("score", row.get("max")), List.of());
        assertThat(desk.form(task("writeMinutes")).get("teamSide").toString())
                .contains("Đại diện Quận Tây Hồ:")
                .contains("Giám sát của Đoàn kiểm tra:\n- " + people("member1"));
        assertThat(desk.form(task("writeMinutes")).get("unitSigner").toString()).contains(people("qbadinhHead"));
        assertThatThrownBy(() -> complete(
                        "writeMinutes",
                        Map.of("unitSignedOn", today().plusDays(1).toString())))
                .hasMessageContaining("Ngày ký của đơn vị");
        assertThatThrownBy(() -> complete(
                        "writeMinutes",
                        Map.of("teamSignedOn", today().minusDays(1).toString())))
                .hasMessageContaining("Ngày ký của bên kiểm tra");
        Task minutes = task("writeMinutes");
        tasks.claim(minutes.getId(), "secretary");
        assertThat(desk.bringPhoto(minutes, "secretary", "BC").orElseThrow().refusals())
                .as("the unit's own report")
                .isNotEmpty();
        assertThat(desk.bringPhoto(minutes, "secretary", "BB").orElseThrow().refusals())
                .isEmpty();
        assertThat(desk.form(minutes)).containsEntry("minutesFiles", 1);
        complete("writeMinutes", Map.of("unitSigner", "Lê Văn Mẫu, Phó Chủ tịch"));
        Minutes signed = inspections.minutes(cycle, UNIT).orElseThrow();
        assertThat(signed.unitSignature()).isEqualTo(new Minutes.Signature("Lê Văn Mẫu, Phó Chủ tịch", today()));
        assertThat(signed.teamSignature().on()).isEqualTo(today());
        assertThat(signed.naApproved()).isFalse();
    }

    @Test
    void inspectorsLeaveOutMoreThanTwentyPointsOnlyWithTheSecretary() {
        layOut.layOut(cycle, WARD);
        callIn(WARD, "phoankiem", "Phường Hoàn Kiếm", INSPECTING, "qtayho", "Quận Tây Hồ");
        desk.complete(desk.task(cycle + "/" + WARD, "schedule"), Map.of());
        Task inspect = desk.task(cycle + "/" + WARD, "inspect");
        List<Map<String, Object>> rows = desk.rows(inspect, "criteria");
        rows.forEach(row -> {
            boolean left = List.of("CC-B5", "CC-D2", "CC-D4", "CC-E3").contains(row.get("code"));
            row.put("notApplicable", left);
            row.put("score", left ? null : row.get("max"));
            row.put("naReason", left ? "Địa bàn không có loại địa điểm này" : null);
        });
        desk.complete(inspect, Map.of("criteria", rows));
        Task minutes = desk.task(cycle + "/" + WARD, "writeMinutes");
        assertThat(desk.form(minutes)).containsEntry("naNeeded", true).containsEntry("leftOutPoints", "21");
        Map<String, Object> signed = Map.of("unitSigner", "Lê Văn Mẫu, Chủ tịch");
        assertThatThrownBy(() -> desk.complete(minutes, signed)).hasMessageContaining("Thư ký chấp thuận");
        Map<String, Object> approved = new LinkedHashMap<>(signed);
        approved.put("naApproved", true);
        desk.complete(minutes, approved);
        assertThat(inspections.minutes(cycle, WARD).orElseThrow().naApproved()).isTrue();
    }

    @Test
    void theSheetIsLateAfterTheDaysThatTheCycleGivesIt() {
        cycles.changeDeadlines(cycle, Map.of("cross-inspection.inspect", 4));
        complete("schedule", Map.of());
        LocalDate due = calendar.plus(calendar.plus(today(), 5), 4);
        assertThat(inspections.get(cycle, UNIT).dueOn()).isEqualTo(due);
        assertThat(task("inspect").getDueDate().toInstant()).isEqualTo(calendar.dueAt(due));
    }

    @Test
    void aUnitHasOneVisitInAHalfDayAndTheFormProposesAFreeOne() {
        LocalDateTime planned = calendar.plus(today(), 5).atTime(9, 0);
        complete("schedule", Map.of());
        callIn(INSPECTING, "qtayho", "Quận Tây Hồ", "q-hoan-kiem", "qhoankiem", "Quận Hoàn Kiếm");
        Task other = desk.task(cycle + "/" + INSPECTING, "schedule");
        assertThat(desk.form(other))
                .containsEntry("plannedAt", planned.withHour(14).toString());
        refusesPlan(other, planned.withHour(10), "Quận Tây Hồ đã có lịch kiểm tra khác trong buổi này");
        desk.complete(other, Map.of("transport", "Xe ô tô của đơn vị"));
        assertThat(inspections.get(cycle, INSPECTING).plannedAt()).isEqualTo(planned.withHour(14));
    }

    @Test
    void aVisitNamesTheGroupsOfCriteriaThatItIsAbout() {
        assertThat((List<String>) desk.form(task("schedule")).get("scope")).startsWith("CS-A", "CS-B");
        complete("schedule", Map.of("scope", List.of("CS-A", "CS-C"), "transport", "Xe ô tô của đơn vị"));
        assertThat(jdbc.sql("select scope from inspections where cycle = ?")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo("CS-A CS-C");
    }

    private String people(String id) {
        return persons.find(id).orElseThrow().name();
    }

    private void onlyLooksAtTheExplanation(String name, String person) {
        TaskEvidence.View view = evidence.of(task(name).getId(), person).orElseThrow();
        assertThat(view.place().isAddedTo()).isFalse();
        assertThat(view.pieces())
                .filteredOn(piece -> piece.kind() == EvidenceKind.EXPLANATION)
                .extracting(nepsong.evidence.Evidence::topic)
                .containsExactly("CS-A1");
        assertThat(desk.bringPhoto(task(name), person, "CS-A1").orElseThrow().refusals())
                .isNotEmpty();
    }

    /** Whatever other role they have. */
    private void refusesWhoeverWorksForTheUnit(String name, String group, List<Map<String, Object>> rows) {
        Task task = task(name);
        identities.setAuthentication("qbadinhHead", List.of(group));
        tasks.claim(task.getId(), "qbadinhHead");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .hasMessageContaining("thuộc đơn vị được kiểm tra");
        identities.clearAuthentication();
        tasks.setAssignee(task.getId(), null);
    }

    private void loweredOnce() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    boolean lower = row.get("code").equals("CS-A1");
                    row.put("score", lower ? 2 : row.get("max"));
                    row.put("note", lower ? "Mới có một nửa số hồ sơ cần thiết" : null);
                },
                List.of());
        complete("writeMinutes", Map.of());
    }

    private void disagree() {
        List<Map<String, Object>> asked = desk.rows(task("explain"), "criteria");
        asked.get(0).putAll(Map.of("agreed", false, "explanation", LONG));
        complete("explain", Map.of("criteria", asked));
    }

    private void refusesPlan(Task task, LocalDateTime plannedAt, String reason) {
        assertThatThrownBy(() -> desk.complete(task, Map.of("plannedAt", plannedAt.toString())))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining(reason);
    }

    private void inspect(Consumer<Map<String, Object>> each, List<Map<String, Object>> found) {
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(each);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("findings", found);
        desk.bringPhotosOfFindings(task("inspect"), 1, found.size());
        desk.bringEvidence(task("inspect"));
        complete("inspect", sheet);
    }

    private static SelfScore fullMarks(Criterion criterion) {
        return new SelfScore(criterion.code(), false, null, criterion.max(), null, Evidence.NONE);
    }

    private ScorecardRow score(String criterion) {
        return scorecards.of(cycle, UNIT).stream()
                .filter(row -> row.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private boolean ended() {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("cross-inspection")
                        .processInstanceBusinessKey(key())
                        .finished()
                        .count()
                == 1;
    }

    private void complete(String name, Map<String, Object> values) {
        desk.complete(task(name), values);
    }

    private Task task(String name) {
        return desk.task(key(), name);
    }

    private String key() {
        return cycle + "/" + UNIT;
    }

    private String subjectOf(Task task) {
        return jdbc.sql("select distinct subject from outbox where mail_key like ?")
                .param("task.assigned/" + task.getId() + "/%")
                .query(String.class)
                .single();
    }

    private int mails(String event) {
        return jdbc.sql("select count(*) from outbox where mail_key like ?")
                .param(event + "/" + cycle + "/%")
                .query(Integer.class)
                .single();
    }
}
