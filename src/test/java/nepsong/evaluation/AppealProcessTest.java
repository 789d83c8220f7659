package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.organisation.Groups;
import nepsong.organisation.Unit;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** One unit's appeal: who may look at it, and what becomes of its scores. */
@ProcessTest
@Import(ScoredCycle.class)
class AppealProcessTest {

    private static final String UNIT = "q-dong-da";
    private static final String REASON =
            "Đơn vị có minh chứng bổ sung về tiêu chí này, đề nghị Đoàn kiểm tra xem xét lại.";

    private final Desk desk;
    private final ScoredCycle scored;
    private final GradeUnits grading;
    private final Appraisals appraisals;
    private final Appeals appeals;
    private final Scorecards scorecards;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;

    private String cycle = "";

    @Autowired
    AppealProcessTest(
            Desk desk,
            ScoredCycle scored,
            GradeUnits grading,
            Appraisals appraisals,
            Appeals appeals,
            Scorecards scorecards,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities) {
        this.desk = desk;
        this.scored = scored;
        this.grading = grading;
        this.appraisals = appraisals;
        this.appeals = appeals;
        this.scorecards = scorecards;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        identities.clearAuthentication();
    }

    @Test
    void whoAppraisedTheUnitMayNotReviewItsAppealAndARefusalKeepsTheScores() {
        start();
        desk.complete(
                task("considerResult"),
                Map.of("decision", "appeal", "reason", REASON, "criteria", List.of("CS-A1", "CS-B2")));

        Task review = task("reviewAppeal");
        assertThat(desk.form(review)).containsEntry("appealReason", REASON);
        List<Map<String, Object>> rows = desk.rows(review, "criteria");
        assertThat(rows).extracting(row -> row.get("code")).containsExactly("CS-A1", "CS-B2");
        rows.forEach(row -> row.put("note", "Minh chứng bổ sung không thay đổi kết luận"));
        assertThatThrownBy(() -> as("appraiser1", review, rows)).hasMessageContaining("đã thẩm định đơn vị này");
        as("appraiser2", review, rows);

        desk.complete(
                task("decideAppeal"), Map.of("decision", "refuse", "reason", "Minh chứng đã được xem xét đầy đủ."));
        assertThat(appeals.get(cycle, UNIT).approved()).isFalse();
        assertThat(appeals.get(cycle, UNIT).reviewedBy()).isEqualTo("appraiser2");
        assertThat(scorecards.of(cycle, UNIT))
                .extracting(ScorecardRow::appealedScore)
                .containsOnlyNulls();
    }

    @Test
    void aShortReasonIsNoAppeal() {
        start();
        assertThatThrownBy(() -> desk.complete(
                        task("considerResult"),
                        Map.of("decision", "appeal", "reason", "Chưa đúng", "criteria", List.of("CS-A1"))))
                .hasMessageContaining("Lý do đề nghị");
    }

    private void start() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put(UNIT, "0.75");
        cycle = scored.with(shares);
        Appraisal none = Appraisal.none(cycle, UNIT);
        appraisals.save(List.of(new Appraisal(
                cycle,
                UNIT,
                none.bonus(),
                "",
                none.penalty(),
                "",
                false,
                false,
                false,
                false,
                false,
                "",
                null,
                "",
                "appraiser1")));
        grading.grade(cycle);
        runtime.startProcessInstanceByKey(
                "appeal",
                cycle + "/" + UNIT,
                Map.of(
                        "cycle",
                        cycle,
                        "cycleName",
                        "Kỳ kiểm tra thử",
                        "bloc",
                        ScoredCycle.BLOC,
                        "blocName",
                        "Khối 1",
                        "unit",
                        UNIT,
                        "unitKey",
                        Unit.keyOf(UNIT),
                        "unitName",
                        "Quận Đống Đa"));
    }

    private void as(String person, Task task, List<Map<String, Object>> rows) {
        identities.setAuthentication(person, List.of(Groups.APPRAISERS));
        try {
            tasks.claim(task.getId(), person);
            desk.complete(task, Map.of("criteria", rows));
        } finally {
            identities.clearAuthentication();
            if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }
}
