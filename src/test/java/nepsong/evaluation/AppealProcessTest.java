package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.delegation.Delegations;
import nepsong.delegation.EndDelegation;
import nepsong.delegation.NameSubstitute;
import nepsong.delegation.TaskKind;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.Groups;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit's appeal: who may look at it, and what becomes of its scores. */
@ProcessTest
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
    private final JdbcClient jdbc;
    private final NameSubstitute naming;
    private final EndDelegation ending;
    private final Delegations delegations;
    private final Clock clock;
    private final TaskEvidence evidence;
    private final EvidencePieces pieces;

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
            IdentityService identities,
            JdbcClient jdbc,
            NameSubstitute naming,
            EndDelegation ending,
            Delegations delegations,
            Clock clock,
            TaskEvidence evidence,
            EvidencePieces pieces) {
        this.pieces = pieces;
        this.evidence = evidence;
        this.naming = naming;
        this.ending = ending;
        this.delegations = delegations;
        this.clock = clock;
        this.desk = desk;
        this.scored = scored;
        this.grading = grading;
        this.appraisals = appraisals;
        this.appeals = appeals;
        this.scorecards = scorecards;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        identities.clearAuthentication();
    }

    @Test
    void twoPeopleWhoWereNotInvolvedReviewAnAppealEachForThemselvesAndARefusalKeepsTheScores() {
        start();
        bringFiles();
        file("CS-A1", "CS-B2");
        Task first = reviews().get(0);
        Task second = reviews().get(1);
        assertThat(List.of(first.getName(), second.getName()))
                .containsExactlyInAnyOrder(
                        "Thẩm tra đề nghị xem xét lại (người thứ 1) – Quận Đống Đa",
                        "Thẩm tra đề nghị xem xét lại (người thứ 2) – Quận Đống Đa");
        assertThat(desk.form(first)).containsEntry("appealReason", REASON);
        assertThat(desk.rows(first, "criteria"))
                .extracting(row -> row.get("code"))
                .containsExactly("CS-A1", "CS-B2");

        onlyLooksAtTheFiles(first, "appraiser2");
        assertThat(objection(first, "appraiser1")).contains("đã thẩm định đơn vị này");
        assertThat(objection(first, "appraiser2")).isEmpty();
        nobodyIsPutInChargeWhoMayNotDoIt(first);
        assertThatThrownBy(() -> review("appraiser1", first, "2.5")).hasMessageContaining("đã thẩm định đơn vị này");
        assertThatThrownBy(() -> review("qdongdaHead", first, "4"))
                .hasMessageContaining("Bạn công tác tại Quận Đống Đa");
        review("appraiser2", first, "2.5");
        assertThat(objection(second, "appraiser2")).contains("phải là người khác");
        assertThatThrownBy(() -> review("appraiser2", second, "3")).hasMessageContaining("phải là người khác");
        assertThat(desk.openTasks(cycle + "/" + UNIT)).doesNotContain("userTask_decideAppeal");
        review("member1", second, "3");

        onlyLooksAtTheFiles(task("decideAppeal"), "headOfTeam");
        desk.complete(
                task("decideAppeal"), Map.of("decision", "refuse", "reason", "Minh chứng đã được xem xét đầy đủ."));
        assertThat(appeals.get(cycle, UNIT).approved()).isFalse();
        assertThat(appeals.get(cycle, UNIT).proposalsFor("CS-A1"))
                .extracting(Appeal.Proposal::reviewer)
                .containsExactly("appraiser2", "member1");
        assertThat(scorecards.of(cycle, UNIT))
                .extracting(ScorecardRow::appealedScore)
                .containsOnlyNulls();
    }

    @Test
    void theHeadOfTeamSeesBothProposalsAndDecidesBetweenThem() {
        appeal("CS-A1");
        review("appraiser2", reviews().get(0), "3.5");
        review("member1", reviews().get(0), "4");

        Task decide = task("decideAppeal");
        List<Map<String, Object>> rows = desk.rows(decide, "criteria");
        assertThat(rows.get(0).get("decidedScore")).isEqualTo(3.75);
        assertThat(desk.form(decide).get("contested").toString())
                .contains("đề xuất **3,5** điểm", "đề xuất **4** điểm");
        assertThat(desk.form(decide)).as("there is nothing to open").containsEntry("groundFiles", 0);
        rows.get(0).put("decidedScore", 1);
        assertThatThrownBy(() -> desk.complete(decide, Map.of("decision", "approve", "criteria", rows)))
                .hasMessageContaining("trong khoảng điểm chốt và các đề xuất");
        rows.get(0).put("decidedScore", 3.5);
        for (String involved : List.of("appraiser1", "appraiser2", "qdongdaHead")) {
            tasks.setAssignee(decide.getId(), involved);
            identities.setAuthentication(involved, List.of(Groups.HEAD_OF_TEAM));
            assertThat(desk.form(decide).get("objection").toString()).contains("không quyết định");
            for (String decision : List.of("approve", "refuse")) {
                assertThatThrownBy(() ->
                                desk.complete(decide, Map.of("decision", decision, "criteria", rows, "reason", REASON)))
                        .as(involved)
                        .hasMessageContaining("không quyết định");
            }
            identities.clearAuthentication();
            tasks.setAssignee(decide.getId(), null);
        }
        decideInPlaceOfTheHead(decide, rows);

        assertThat(scorecards.of(cycle, UNIT))
                .filteredOn(row -> row.criterion().equals("CS-A1"))
                .singleElement()
                .satisfies(row -> assertThat(row.appealedScore()).isEqualByComparingTo("3.5"));
        assertThat(jdbc.sql(
                                "select before_values, after_values from audit_events where action = 'scores.appealed' and cycle = ?")
                        .param(cycle)
                        .query((row, n) -> row.getString(1) + " → " + row.getString(2))
                        .list())
                .singleElement()
                .asString()
                .matches("\\{\"CS-A1\":[\\d.]+} → \\{\"CS-A1\":3.5}");
    }

    /** A leader of the department stands in, unless they were involved themselves. */
    private void decideInPlaceOfTheHead(Task decide, List<Map<String, Object>> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        assertThat(naming.name(
                        Groups.HEAD_OF_TEAM,
                        Groups.HEAD_OF_TEAM,
                        "director",
                        today,
                        today,
                        Set.of(TaskKind.EVALUATION)))
                .isEmpty();
        identities.setAuthentication("director", List.of(Groups.DEPARTMENT_LEADERS));
        try {
            tasks.claim(decide.getId(), "director");
            appraisedBy("director");
            assertThatThrownBy(() -> desk.complete(decide, Map.of("decision", "approve", "criteria", rows)))
                    .hasMessageContaining("không quyết định");
            appraisedBy("appraiser1");
            desk.complete(decide, Map.of("decision", "approve", "criteria", rows));
        } finally {
            identities.clearAuthentication();
            ending.end(delegations.of(Groups.HEAD_OF_TEAM).get(0).id(), Groups.HEAD_OF_TEAM);
        }
        assertThat(jdbc.sql(
                                "select actor || ' for ' || on_behalf_of from audit_events where action = 'scores.appealed' and cycle = ?")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo("director for headOfTeam");
    }

    private void appraisedBy(String person) {
        jdbc.sql("update appraisals set appraised_by = ? where cycle = ?")
                .params(person, cycle)
                .update();
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
        appraisals.save(
                List.of(new Appraisal(
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
                        null,
                        "appraiser1")),
                List.of());
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

    private void bringFiles() {
        Task consider = task("considerResult");
        tasks.claim(consider.getId(), "qdongdaHead");
        for (String criterion : List.of("CS-A1", "CS-A2")) {
            assertThat(desk.bringPhoto(consider, "qdongdaHead", criterion)
                            .orElseThrow()
                            .refusals())
                    .isEmpty();
        }
        Evidence brought = pieces.of(cycle, UNIT, List.of(EvidenceKind.APPEAL)).get(0);
        pieces.add(new Evidence(
                UUID.randomUUID().toString(),
                brought.dossier(),
                EvidenceKind.APPRAISAL,
                UNIT,
                brought.fileName(),
                brought.type(),
                brought.size(),
                brought.sha256(),
                brought.shownSha256(),
                brought.citation(),
                null,
                brought.addedAt(),
                "appraiser1",
                null));
        assertThat(evidence.of(consider.getId(), "qdongdaHead").orElseThrow().pieces())
                .extracting(Evidence::kind)
                .containsOnly(EvidenceKind.APPEAL);
        assertThat(desk.bringPhoto(consider, "qtayhoHead", "CS-A1"))
                .as("of another unit")
                .isEmpty();
    }

    private void onlyLooksAtTheFiles(Task task, String person) {
        assertThat(desk.form(task)).as("what the appraisers brought is offered").containsEntry("groundFiles", 1);
        TaskEvidence.View view = evidence.of(task.getId(), person).orElseThrow();
        assertThat(view.pieces())
                .as("of the contested criteria alone, and what the unit was judged by")
                .extracting(piece -> piece.kind() + " " + piece.topic())
                .containsExactlyInAnyOrder("APPEAL CS-A1", "APPRAISAL " + UNIT);
        assertThat(evidence.of(task.getId(), "office").orElseThrow().pieces())
                .as("who has no part in it does not see what the unit was judged by")
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.APPEAL);
        assertThat(desk.bringPhoto(task, person, "CS-A1").orElseThrow().refusals())
                .isNotEmpty();
        assertThat(desk.form(task).get("appealFiles").toString()).contains("CS-A1=1", "=không có");
        assertThat(desk.form(task).get("appealAttached").toString())
                .as("where there is no file none is offered to be opened")
                .contains("CS-A1=1", "=0");
    }

    private void appeal(String... criteria) {
        start();
        file(criteria);
    }

    private void file(String... criteria) {
        desk.complete(
                task("considerResult"), Map.of("decision", "appeal", "reason", REASON, "criteria", List.of(criteria)));
        desk.runJobs();
    }

    private List<Task> reviews() {
        return desk.tasks(cycle + "/" + UNIT, "reviewAppeal");
    }

    private void review(String person, Task task, String score) {
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> {
            row.put("proposedScore", Double.valueOf(score));
            row.put("note", "Minh chứng bổ sung đã được xem xét đầy đủ");
        });
        tasks.setAssignee(task.getId(), person);
        identities.setAuthentication(person, List.of(Groups.APPRAISERS, Groups.TEAM_MEMBERS));
        try {
            desk.complete(task, Map.of("criteria", rows));
        } finally {
            identities.clearAuthentication();
            if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
                tasks.setAssignee(task.getId(), null);
            }
        }
        desk.runJobs();
    }

    /** Neither by themselves nor by a manager; who has nothing to do with it may. */
    private void nobodyIsPutInChargeWhoMayNotDoIt(Task task) {
        as("appraiser1", Groups.APPRAISERS, () -> assertThatThrownBy(() -> tasks.claim(task.getId(), "appraiser1"))
                .hasMessageContaining("đã thẩm định đơn vị này"));
        as("manager", Groups.MANAGERS, () -> assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "appraiser1"))
                .hasMessageContaining("Không giao được việc này cho appraiser1")
                .hasMessageContaining("đã thẩm định đơn vị này"));
        as("appraiser2", Groups.APPRAISERS, () -> tasks.claim(task.getId(), "appraiser2"));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo("appraiser2");
        tasks.setAssignee(task.getId(), null);
    }

    private void as(String person, String group, Runnable work) {
        identities.setAuthentication(person, List.of(group));
        try {
            work.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** What stands above the form before anything is typed. */
    private String objection(Task task, String person) {
        identities.setAuthentication(person, List.of(Groups.APPRAISERS, Groups.TEAM_MEMBERS));
        try {
            return desk.form(task).get("objection").toString();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }
}
