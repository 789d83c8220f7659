package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.LONG;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit explains lower scores within its days, and its head answers for that. */
@ProcessTest
class ExplanationProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final MovableClock clock;
    private final Inspections inspections;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    @Autowired
    ExplanationProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            MovableClock clock,
            Inspections inspections,
            WorkingCalendar calendar,
            TaskService tasks,
            IdentityService identities,
            JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.clock = clock;
        this.inspections = inspections;
        this.calendar = calendar;
        this.tasks = tasks;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @Test
    void theHeadOfTheUnitAnswersForTheExplanationWithinTheSameDays() {
        pair.loweredOnce();
        LocalDate last = calendar.plus(pair.today(), 5);
        clock.forward(Duration.ofDays(1));
        pair.disagree();
        Task approve = pair.task("approveExplanation");
        assertThat(approve.getDueDate().toInstant()).isEqualTo(calendar.dueAt(last));
        assertThat(desk.form(approve)).containsEntry("askedCount", 1).containsEntry("disputedCount", 1L);
        assertThatThrownBy(() -> desk.complete(approve, Map.of("decision", "return", "reason", "Ngắn")))
                .hasMessageContaining("20 ký tự");
        desk.complete(approve, Map.of("decision", "return", "reason", "Cần nêu số hiệu văn bản chứng minh"));

        Task again = pair.task("explain");
        assertThat(again.getDueDate().toInstant()).isEqualTo(calendar.dueAt(last));
        assertThat(desk.form(again)).containsEntry("returnReason", "Cần nêu số hiệu văn bản chứng minh");
        assertThat(desk.rows(again, "criteria"))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("agreed", false).containsEntry("explanation", LONG));
        pair.complete("explain", Map.of());
        pair.complete("approveExplanation", Map.of("decision", "approve"));
        assertThat(inspections.get(pair.cycle(), UNIT).explanationApprovedAt()).isNotNull();
        assertThat(desk.rows(pair.task("answer"), "criteria")).hasSize(1);
    }

    @Test
    void anAcceptedExplanationEndsTheDisputeAndAFormThatOpensAgreedNeedsNoAnswer() {
        pair.loweredOnce();
        List<Map<String, Object>> asked = desk.rows(pair.task("explain"), "criteria");
        asked.get(0).putAll(Map.of("agreed", false, "explanation", LONG, "proposedScore", 3.25));
        pair.complete("explain", Map.of("criteria", asked));
        pair.complete("approveExplanation", Map.of("decision", "approve"));
        List<Map<String, Object>> answers = desk.rows(pair.task("answer"), "criteria");
        answers.get(0).putAll(Map.of("decision", "accept", "reason", LONG));
        pair.complete("answer", Map.of("criteria", answers));
        assertThat(pair.ended()).isTrue();
        assertThat(pair.score("CS-A1").finalScore()).isEqualByComparingTo("3.25");
    }

    @Test
    void anExplanationAcceptedInPartNeedsAReasonAndAScoreThatThenStands() {
        pair.loweredOnce();
        pair.disagree();
        pair.complete("approveExplanation", Map.of("decision", "approve"));
        List<Map<String, Object>> answers = desk.rows(pair.task("answer"), "criteria");
        answers.get(0).putAll(Map.of("decision", "partly", "reason", "Có hồ sơ"));
        assertThatThrownBy(() -> pair.complete("answer", Map.of("criteria", answers)))
                .hasMessageContaining("CS-A1: “Lý do” cần ít nhất 30 ký tự")
                .hasMessageContaining("“Điểm sau khi xem xét” phải được nhập");
        answers.get(0).putAll(Map.of("finalScore", 3.1, "reason", LONG));
        assertThatThrownBy(() -> pair.complete("answer", Map.of("criteria", answers)))
                .hasMessageContaining("phải theo bước 0,25");
        answers.get(0).put("finalScore", 3);
        pair.complete("answer", Map.of("criteria", answers));
        assertThat(pair.ended()).isTrue();
        assertThat(pair.score("CS-A1").finalScore()).isEqualByComparingTo("3");
        assertThat(pair.score("CS-A1").dispute().answer()).isEqualTo("partly");
    }

    @Test
    void whenTheWindowClosesSilenceIsAgreement() {
        pair.complete("schedule", Map.of());
        pair.inspect(
                row -> {
                    row.put("score", row.get("code").equals("CS-A1") ? 0 : row.get("max"));
                    row.put("note", row.get("code").equals("CS-A1") ? "Không có hồ sơ tại thời điểm kiểm tra" : null);
                },
                List.of());
        assertThat(subjectOf(pair.task("writeMinutes"))).contains("Việc mới: Lập biên bản kiểm tra");
        pair.complete("writeMinutes", Map.of());
        assertThat(subjectOf(pair.task("explain"))).endsWith("Mời giải trình 1 tiêu chí");
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(pair.ended()).isTrue();
        assertThat(pair.score("CS-A1").finalScore()).isEqualByComparingTo("0");
        assertThat(pair.score("CS-A1").dispute().agreed()).isTrue();
        assertThat(inspections.get(pair.cycle(), UNIT).explanationClosedAt()).isNotNull();
    }

    @Test
    void anExplanationThatTheHeadDoesNotApproveInTimeCountsAsAgreement() {
        pair.loweredOnce();
        pair.disagree();
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(pair.ended()).isTrue();
        assertThat(pair.score("CS-A1").dispute().agreed()).isTrue();
        assertThat(pair.score("CS-A1").finalScore()).isEqualByComparingTo("2");
        assertThat(inspections.get(pair.cycle(), UNIT).explanationClosedAt()).isNotNull();
    }

    @Test
    void whoExplainedDoesNotApprove() {
        pair.loweredOnce();
        pair.disagree();
        jdbc.sql("update inspections set explained_by = 'qbadinhHead' where cycle = ?")
                .param(pair.cycle())
                .update();
        Task approve = pair.task("approveExplanation");
        identities.setAuthentication("qbadinhHead", List.of(Groups.headAt(UNIT)));
        try {
            tasks.claim(approve.getId(), "qbadinhHead");
            assertThat(desk.form(approve).get("caution").toString())
                    .startsWith("Người viết giải trình không được tự phê duyệt");
            assertThatThrownBy(() -> desk.complete(approve, Map.of("decision", "approve")))
                    .hasMessageContaining("không được tự phê duyệt");
        } finally {
            identities.clearAuthentication();
        }
        assertThat(inspections.get(pair.cycle(), UNIT).explanationApprovedAt()).isNull();
        assertThat(desk.form(approve)).as("for anybody else").containsEntry("caution", "");
    }

    private String subjectOf(Task task) {
        return jdbc.sql("select distinct subject from outbox where mail_key like ?")
                .param("task.assigned/" + task.getId() + "/%")
                .query(String.class)
                .single();
    }
}
