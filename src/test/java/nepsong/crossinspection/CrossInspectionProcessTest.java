package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.LONG;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.correction.Findings;
import nepsong.engine.FormRefusedException;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Scorecards;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit's way through {@code cross-inspection}: visit, minutes, explanation, answer and final scores. */
@ProcessTest
class CrossInspectionProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Inspections inspections;
    private final Scorecards scorecards;
    private final Findings findings;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TaskEvidence evidence;
    private final JdbcClient jdbc;

    @Autowired
    CrossInspectionProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            Inspections inspections,
            Scorecards scorecards,
            Findings findings,
            WorkingCalendar calendar,
            TaskService tasks,
            IdentityService identities,
            TaskEvidence evidence,
            JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.inspections = inspections;
        this.scorecards = scorecards;
        this.findings = findings;
        this.calendar = calendar;
        this.tasks = tasks;
        this.identities = identities;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    @Test
    void aUnitIsInspectedAndKeepsTheCrossScoresWhereTheyAreNear() {
        Map<String, Object> proposed = desk.form(pair.task("schedule"));
        assertThat(proposed)
                .containsEntry("participants", List.of("qtayhoInspector"))
                .containsEntry("place", "Trụ sở Quận Ba Đình")
                .containsEntry(
                        "plannedAt", calendar.plus(pair.today(), 5).atTime(9, 0).toString());
        pair.complete("schedule", Map.of());
        assertThat(pair.mails("cross-inspection.scheduled")).isEqualTo(3);

        assertThat(pair.task("inspect").getName()).isEqualTo("Kiểm tra, chấm điểm – Quận Ba Đình");
        assertThat(pair.task("inspect").getDueDate().toInstant())
                .isEqualTo(calendar.dueAt(calendar.plus(calendar.plus(pair.today(), 5), 2)));
        assertThat(desk.rows(pair.task("inspect"), "criteria"))
                .hasSize(31)
                .allSatisfy(row -> assertThat(row.get("selfScore")).isEqualTo(row.get("max")));
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        pair.complete("writeMinutes", Map.of());
        assertThat(jdbc.sql("select recipient_person from outbox where mail_key like ? and facts like ?")
                        .params("cross-inspection.minutes-waiting/" + pair.cycle() + "/%", "%\"deadline\":\"%")
                        .query(String.class)
                        .list())
                .as("the two sides that sign")
                .containsExactlyInAnyOrder("qtayhoInspector", "qbadinhCoordinator", "qbadinhHead");

        assertThat(pair.ended()).isTrue();
        assertThat(scorecards.of(pair.cycle(), UNIT)).allSatisfy(row -> {
            assertThat(row.finalScore()).isEqualByComparingTo(row.cross().score());
            assertThat(row.finalNotApplicable()).isFalse();
        });
        Inspection inspection = inspections.get(pair.cycle(), UNIT);
        assertThat(inspection.dutyDone()).isTrue();
        assertThat(inspection.late()).isFalse();
        assertThat(inspection.visitedOn()).isNotNull();
        assertThat(inspection.finishedAt()).isNotNull();
    }

    @Test
    void aDisputeGoesFromTheUnitToItsInspectorsAndToTheHeadOfTeam() {
        pair.complete("schedule", Map.of());
        pair.inspect(
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
        pair.complete("writeMinutes", Map.of());
        assertThat(findings.of(pair.cycle(), UNIT)).hasSize(1);

        Task explain = pair.task("explain");
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
        assertThat(desk.form(pair.task("approveExplanation")).get("details").toString())
                .contains("pieces=1", "pieces=0")
                .as("a table knows no marks")
                .contains(" điểm")
                .doesNotContain("**");
        pair.complete("approveExplanation", Map.of("decision", "approve"));

        List<Map<String, Object>> answers = desk.rows(pair.task("answer"), "criteria");
        assertThat(answers).hasSize(2);
        onlyLooksAtTheExplanation("answer", "qtayhoInspector");
        assertThat(desk.form(pair.task("answer")).get("explanationFiles"))
                .as("as text, for a form hides a number that is zero")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsValues("0", "1");
        answers.get(0).putAll(Map.of("decision", "reject", "reason", LONG));
        answers.get(1).putAll(Map.of("decision", "accept", "reason", LONG));
        refusesWhoeverWorksForTheUnit("answer", Groups.inspectorAt(INSPECTING), answers);
        pair.complete("answer", Map.of("criteria", answers));
        assertThat(pair.mails("cross-inspection.explanation-answered")).isEqualTo(2);

        List<Map<String, Object>> open = desk.rows(pair.task("settle"), "criteria");
        assertThat(open).hasSize(2);
        onlyLooksAtTheExplanation("settle", "headOfTeam");
        open.get(0).putAll(Map.of("finalScore", 2.5, "reason", LONG));
        open.get(1).put("reason", LONG);
        refusesWhoeverWorksForTheUnit("settle", Groups.HEAD_OF_TEAM, open);
        pair.complete("settle", Map.of("criteria", open));

        assertThat(pair.ended()).isTrue();
        assertThat(pair.score("CS-A1").finalScore()).isEqualByComparingTo("2.5");
        assertThat(pair.score("CS-A2").finalScore()).isEqualByComparingTo("1");
        assertThat(pair.score("CS-A3").finalScore()).isEqualByComparingTo("0");
        assertThat(pair.score("CS-A1").cross().score()).isEqualByComparingTo("0");
        assertThat(pair.score("CS-A1").self().score()).isEqualByComparingTo("4");
        assertThat(pair.score("CS-A1").dispute().answer()).isEqualTo("reject");
        assertThat(jdbc.sql(
                                """
                                select before_values || ' -> ' || after_values from audit_events
                                where cycle = ? and unit = ? and action = 'scores.settled'
                                """)
                        .params(pair.cycle(), UNIT)
                        .query(String.class)
                        .single())
                .startsWith("{\"CS-A1\":0")
                .contains("-> {\"CS-A1\":2.5");
    }

    @Test
    void findingsAloneInviteAnExplanationThatMayOpenAgreed() {
        pair.complete("schedule", Map.of());
        pair.inspect(
                row -> row.put("score", row.get("max")),
                List.of(Map.of(
                        "type", "CONDUCT",
                        "severity", "MAJOR",
                        "place", "Bộ phận một cửa",
                        "description", "Trang phục chưa đúng quy định")));
        pair.complete("writeMinutes", Map.of());
        pair.complete("explain", Map.of());
        pair.complete("approveExplanation", Map.of("decision", "approve"));
        assertThat(pair.ended()).isTrue();
    }

    private void onlyLooksAtTheExplanation(String name, String person) {
        TaskEvidence.View view = evidence.of(pair.task(name).getId(), person).orElseThrow();
        assertThat(view.place().isAddedTo()).isFalse();
        assertThat(view.pieces())
                .filteredOn(piece -> piece.kind() == EvidenceKind.EXPLANATION)
                .extracting(nepsong.evidence.Evidence::topic)
                .containsExactly("CS-A1");
        assertThat(desk.bringPhoto(pair.task(name), person, "CS-A1")
                        .orElseThrow()
                        .refusals())
                .isNotEmpty();
    }

    /** Whatever other role they have. */
    private void refusesWhoeverWorksForTheUnit(String name, String group, List<Map<String, Object>> rows) {
        Task task = pair.task(name);
        identities.setAuthentication("qbadinhHead", List.of(group));
        tasks.claim(task.getId(), "qbadinhHead");
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows)))
                .hasMessageContaining("thuộc đơn vị được kiểm tra");
        identities.clearAuthentication();
        tasks.setAssignee(task.getId(), null);
    }
}
