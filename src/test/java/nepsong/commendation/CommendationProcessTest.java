package nepsong.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.SaveDraft;
import nepsong.evaluation.Grade;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Groups;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.EscalateOverdue;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A nomination's way through {@code commendation}, from a person's form and from a cycle. In a database of its own,
 * because the start form offers the units of the newest cycle.
 */
@ProcessTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:commendation-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "nepsong.posting.days=5"
        })
class CommendationProcessTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String REASON = "Lý do được nêu đủ dài để người đọc hiểu";

    private final Desk desk;
    private final MovableClock clock;
    private final Nominations nominations;
    private final Postings postings;
    private final CommentOnNomination comment;
    private final WorkingCalendar calendar;
    private final Ballots ballots;
    private final Cycles cycles;
    private final Results results;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final FormService forms;
    private final IdentityService identities;
    private final HistoryService history;
    private final PeopleChanges changes;
    private final EscalateOverdue escalate;
    private final SaveDraft drafts;
    private final JdbcClient jdbc;

    @Autowired
    CommendationProcessTest(
            Desk desk,
            MovableClock clock,
            Nominations nominations,
            Postings postings,
            CommentOnNomination comment,
            WorkingCalendar calendar,
            Ballots ballots,
            Cycles cycles,
            Results results,
            DemonstrationPeople people,
            RuntimeService runtime,
            TaskService tasks,
            RepositoryService repository,
            FormService forms,
            IdentityService identities,
            HistoryService history,
            PeopleChanges changes,
            EscalateOverdue escalate,
            SaveDraft drafts,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.nominations = nominations;
        this.postings = postings;
        this.comment = comment;
        this.calendar = calendar;
        this.ballots = ballots;
        this.cycles = cycles;
        this.results = results;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.forms = forms;
        this.identities = identities;
        this.history = history;
        this.changes = changes;
        this.escalate = escalate;
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void peopleAreThere() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        configuredCycle();
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void aGoodPersonIsHeldSupplementedVotedForAndCommended() {
        String key = start(Map.of("subjectType", "GOOD_PERSON", "name", "Nguyễn Thị Hoà"));
        Task confirm = desk.task(key, "confirmByUnit");
        assertThat(confirm.getName()).isEqualTo("Hội đồng đơn vị xác nhận – Quận Ba Đình");
        confirmAndTakeUp(key);

        complete(key, "appraise", Map.of());
        assertThat(state(key)).isEqualTo(NominationState.TO_SUPPLEMENT);
        Task supplement = desk.task(key, "supplement");
        assertThat(desk.form(supplement).get("request").toString()).contains("ngày thực hiện việc tốt");
        complete(
                key,
                "supplement",
                Map.of(
                        "achievement",
                        text(250),
                        "deedDate",
                        today().minusDays(3).toString(),
                        "note",
                        "Đã ghi ngày việc tốt"));

        complete(key, "appraise", Map.of("complaintBeingVerified", true));
        assertThat(state(key)).isEqualTo(NominationState.ON_HOLD);
        complete(key, "recheck", Map.of("note", "Đơn đã được kết luận là không có cơ sở"));
        assertThat(desk.form(desk.task(key, "appraise"))
                        .get("earlierAppraisals")
                        .toString())
                .contains("Cần bổ sung", "Chưa xét: ")
                .doesNotContain("Chưa xét – ");
        complete(key, "appraise", Map.of());
        assertThat(state(key)).isEqualTo(NominationState.VOTING);

        thePostingEnds();
        vote(key, 5, Map.of("decision", "approve"));
        desk.runJobs();
        assertThat(state(key)).isEqualTo(NominationState.PASSED);
        decide(key);
        complete(key, "publish", AwardEnd.publication(today()));

        Nomination awarded = nomination(key);
        assertThat(awarded.state()).isEqualTo(NominationState.AWARDED);
        assertThat(awarded.award()).isEqualTo(AwardForm.GOOD_PERSON_GOOD_DEED);
        assertThat(ends(key)).contains("endEvent_awarded");
        assertThat(mails(awarded.id(), "commendation.supplement")).isPositive();
        assertThat(mails(awarded.id(), "commendation.outcome")).isPositive();
        assertThat(jdbc.sql("select distinct subject from outbox where mail_key like ?")
                        .param("commendation.%/" + awarded.id() + "/%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "[Khen thưởng] Hồ sơ cần bổ sung: người tốt, việc tốt – Quận Ba Đình",
                        "[Khen thưởng] Kết quả xét hồ sơ: người tốt, việc tốt – Quận Ba Đình");
        assertThat(jdbc.sql("select facts from outbox where mail_key like ?")
                        .param("commendation.%/" + awarded.id() + "/%")
                        .query(String.class)
                        .list())
                .allSatisfy(facts -> assertThat(facts)
                        .contains("/units/" + awarded.unit() + "#commendations")
                        .doesNotContain(awarded.subject().name()))
                .anySatisfy(facts -> assertThat(facts).contains("\"deadline\":\""));
    }

    @Test
    void aNominationIsPostedForFiveWorkingDaysAndWhatIsSaidIsReadByThoseWhoVote() {
        String key = start(Map.of());
        confirmAndTakeUp(key);
        complete(key, "appraise", Map.of());
        desk.runJobs();
        assertThat(desk.openTasks(key)).isEmpty();
        Posting posting = postings.of(id(key)).orElseThrow();
        assertThat(calendar.between(today(), LocalDate.ofInstant(posting.endsAt(), WorkingCalendar.ZONE)))
                .isEqualTo(5);
        assertThat(postings.open(clock.instant())).contains(posting);

        assertThat(comment.comment(id(key), "Ngắn quá", "qbadinhHead"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("20"));
        assertThat(comment.comment(id(key), REASON, "qbadinhHead")).isEmpty();
        assertThat(comment.comment(id(key), REASON, "qbadinhHead"))
                .as("a double click")
                .isEmpty();
        assertThat(postings.comments(id(key))).hasSize(1);
        thePostingEnds();

        assertThat(desk.tasks(key, "vote")).hasSize(5);
        assertThat(desk.form(desk.tasks(key, "vote").get(0)).get("posting").toString())
                .contains(REASON);
        assertThat(postings.open(clock.instant())).doesNotContain(posting);
        assertThat(comment.comment(id(key), REASON, "qbadinhHead"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("không còn niêm yết"));
    }

    private void thePostingEnds() {
        clock.forward(Duration.ofDays(15));
        desk.runJobs();
    }

    @Test
    void whoDoesNotVoteInTimeIsNotInFavour() {
        String key = start(Map.of());
        confirmAndTakeUp(key);
        complete(key, "appraise", Map.of());
        thePostingEnds();
        vote(key, 3, Map.of("decision", "approve"));
        desk.runJobs();
        assertThat(desk.tasks(key, "vote")).hasSize(2).allSatisfy(vote -> assertThat(subjectOf(vote))
                .startsWith("[Khen thưởng] Lấy ý kiến Hội đồng, hạn "));

        LocalDate due =
                LocalDate.ofInstant(desk.tasks(key, "vote").get(0).getDueDate().toInstant(), WorkingCalendar.ZONE);
        goTo(calendar.plus(due, 1).atTime(7, 30));
        desk.runJobs();
        escalate.escalate();
        assertThat(desk.tasks(key, "vote")).as("late, and reported").hasSize(2).allSatisfy(vote -> assertThat(
                        jdbc.sql("select target_group from escalations where task = ?")
                                .param(vote.getId())
                                .query(String.class)
                                .list())
                .containsExactly(Groups.AWARD_OFFICE));
        goTo(calendar.plus(due, 1).atTime(17, 1));
        desk.runJobs();

        assertThat(state(key)).isEqualTo(NominationState.NOT_PASSED);
        assertThat(ballots.result(id(key))).get().satisfies(result -> {
            assertThat(result.members()).isEqualTo(5);
            assertThat(result.inFavour()).isEqualTo(3);
        });
        assertThat(ends(key)).contains("endEvent_notPassed");
    }

    @Test
    void nothingLeadsFromAMemberToAVote() {
        String key = start(Map.of());
        confirmAndTakeUp(key);
        complete(key, "appraise", Map.of());
        thePostingEnds();
        desk.tasks(key, "vote").forEach(task -> {
            assertThat(drafts.save(
                            task.getId(),
                            task.getAssignee(),
                            Map.of("decision", "against", "reason", REASON),
                            SaveDraft.Page.NONE))
                    .isEmpty();
            assertThat(drafts.keepsNone(task.getId(), task.getAssignee())).isTrue();
        });
        assertThat(keptDrafts()).isZero();
        vote(key, 1, Map.of("decision", "against", "reason", REASON));
        vote(key, 1, Map.of("decision", "abstain", "reason", REASON));
        vote(key, 3, Map.of("decision", "approve"));
        desk.runJobs();

        assertThat(keptDrafts()).isZero();
        assertThat(ballots.count(id(key))).isEqualTo(new Ballots.Count(5, 4, 3, 0, 5, 1));
        assertThat(ballots.objections(id(key))).containsExactly(REASON);
        assertThat(jdbc.sql("select count(*) from nomination_voters where nomination = ? and voted = true")
                        .param(id(key))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance(key))
                        .list())
                .extracting(HistoricVariableInstance::getValue)
                .doesNotContain("against", "abstain", REASON);
        assertThat(state(key)).isEqualTo(NominationState.NOT_PASSED);
    }

    private int keptDrafts() {
        return jdbc.sql("select count(*) from form_drafts where content like ?")
                .param("%" + REASON + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void aMemberOfTheNominatedUnitMayOnlyStayAway() {
        jdbc.sql("update people set unit = ? where id = 'council1'").param(UNIT).update();
        changes.tell();
        try {
            String key = start(Map.of());
            confirmAndTakeUp(key);
            complete(key, "appraise", Map.of());
            thePostingEnds();
            Task own = desk.tasks(key, "vote").stream()
                    .filter(task -> "council1".equals(task.getAssignee()))
                    .findFirst()
                    .orElseThrow();
            assertThat(desk.tasks(key, "vote"))
                    .as("told before they vote, and nobody else is")
                    .allSatisfy(task -> assertThat(
                                    desk.form(task).get("caution").toString())
                            .matches(task.getId().equals(own.getId()) ? "Bạn công tác tại Quận Ba Đình.*" : ""));
            assertThatThrownBy(() -> desk.complete(own, Map.of("decision", "approve")))
                    .hasMessageContaining("Quận Ba Đình")
                    .hasMessageContaining("không tham gia");
            desk.complete(own, Map.of("decision", "abstain", "reason", REASON));
            assertThat(ballots.count(id(key))).isEqualTo(new Ballots.Count(5, 0, 0, 0, 1, 1));
        } finally {
            jdbc.sql("update people set unit = null where id = 'council1'").update();
            changes.tell();
        }
    }

    @Test
    void whoeverMadeItIsToldAboveTheFormAndCannotTakeItOnWhileAColleagueCan() {
        String key = madeBy("office", start(Map.of()));
        complete(key, "confirmByUnit", confirmation());
        Task consolidate = desk.task(key, "consolidate");
        assertThat(desk.formAs("office", Groups.STANDING_OFFICE, consolidate))
                .as("nobody else could, and the unit does not wait for ever")
                .containsEntry("objection", "");
        identities.createMembership("council1", Groups.STANDING_OFFICE);
        changes.tell();
        try {
            assertThat(desk.formAs("council1", Groups.STANDING_OFFICE, consolidate))
                    .containsEntry("objection", "");
            desk.keepsOut("office", Groups.STANDING_OFFICE, consolidate, takenUp(), "Bạn là người lập đề nghị này");
        } finally {
            identities.deleteMembership("council1", Groups.STANDING_OFFICE);
            changes.tell();
        }
        complete(key, "consolidate", takenUp());
        complete(key, "appraise", Map.of());
        thePostingEnds();
        vote(key, 5, Map.of("decision", "approve"));
        desk.runJobs();
        madeBy("cityLeader", key);
        desk.keepsOut(
                "cityLeader",
                Groups.CITY_LEADERS,
                desk.task(key, "decide"),
                AwardEnd.signed(today()),
                "Người đề nghị không tự quyết định");
    }

    private String madeBy(String person, String key) {
        jdbc.sql("update nominations set proposed_by = ? where id = ?")
                .params(person, id(key))
                .update();
        return key;
    }

    @Test
    void aUnitWhoseCouncilDoesNotAgreeCannotConfirm() {
        String key = start(Map.of());
        Map<String, Object> minority = Map.of("members", 9, "present", 8, "inFavour", 4, "decision", "approve");
        assertThatThrownBy(() -> complete(key, "confirmByUnit", minority)).hasMessageContaining("quá nửa");
        Map<String, Object> refused = new HashMap<>(minority);
        refused.put("decision", "refuse");
        refused.put("reason", REASON);
        complete(key, "confirmByUnit", refused);
        assertThat(state(key)).isEqualTo(NominationState.NOT_CONFIRMED);
        assertThat(mails(id(key), "commendation.outcome")).isPositive();
        assertThat(ends(key)).contains("endEvent_notConfirmed");
    }

    @Test
    void anOfficialWithoutAGoodYearIsRefused() {
        String key = start(Map.of("subjectType", "PERSON", "name", "Trần Văn Bình"));
        confirmAndTakeUp(key);
        complete(key, "appraise", Map.of("civilServant", true, "lastYearRating", "COMPLETED"));
        assertThat(state(key)).isEqualTo(NominationState.INELIGIBLE);
        assertThat(ends(key)).contains("endEvent_refused");
    }

    @Test
    void aHouseholdIsCheckedPaidAndMadeKnown() {
        String name = "Hộ ông Lê Văn Tâm";
        assertThatThrownBy(() -> start(Map.of("subjectType", "HOUSEHOLD", "name", name, "awardForm", "CITY_TITLE")))
                .hasMessageContaining("Giấy khen hoặc Bằng khen");
        Map<String, Object> household =
                Map.of("subjectType", "HOUSEHOLD", "name", name, "awardForm", "CERTIFICATE_OF_MERIT");
        String key = start(household);
        complete(key, "confirmByUnit", with(confirmation(), "papers", "Tờ trình 12/TTr-UBND ngày 03/11/2025"));
        Task consolidate = desk.task(key, "consolidate");
        assertThat(desk.form(consolidate).get("papers").toString()).contains("12/TTr-UBND");
        assertThatThrownBy(() -> desk.complete(consolidate, with(takenUp(), "noDuplicate", false)))
                .hasMessageContaining("Không trùng thành tích");
        desk.complete(consolidate, takenUp());
        complete(key, "appraise", Map.of("consultation", "WAITING"));
        assertThat(state(key)).isEqualTo(NominationState.ON_HOLD);
        complete(key, "recheck", Map.of("note", "Cơ quan được hỏi đã trả lời"));
        assertThatThrownBy(() -> complete(key, "appraise", Map.of())).hasMessageContaining("Hiệp y");
        complete(key, "appraise", Map.of("consultation", "AGREED", "remark", "Hồ sơ rõ ràng"));
        thePostingEnds();
        Task vote = desk.tasks(key, "vote").get(0);
        assertThat(desk.form(vote).get("appraisal").toString()).contains("Hồ sơ rõ ràng");
        assertThat(desk.form(vote).get("checklist").toString())
                .contains("item=Hiệp y", "appraised=đồng ý", "consolidated=đạt")
                .doesNotContain("chưa đạt");
        vote(key, 4, Map.of("decision", "approve", "way", "MEETING"));
        vote(key, 1, Map.of("decision", "abstain", "reason", REASON));
        desk.runJobs();

        Map<String, Object> shown = desk.form(desk.task(key, "decide"));
        assertThat(ballots.result(id(key))).get().satisfies(result -> {
            assertThat(result.present()).isEqualTo(4);
            assertThat(result.inWriting()).isEqualTo(1);
            assertThat(result.abstained()).isEqualTo(1);
        });
        assertThat(shown.get("voteMinutes").toString()).contains("said=80,0%", "item=Có mặt tại cuộc họp");
        assertThat(shown).containsEntry("minutesPage", "/papers/votes/" + id(key));
        assertThat(shown.get("awaiting").toString()).contains(id(key), "5.270.000 đồng");
        assertThat(shown.get("decisionDraft").toString()).contains(name, "5.270.000 đồng", "hộ gia đình");
        Map<String, Object> signed = new HashMap<>(AwardEnd.signed(today()));
        signed.put("documentSymbol", "12/QĐ-UBND");
        assertThatThrownBy(() -> complete(key, "decide", signed)).hasMessageContaining("Ký hiệu");
        decide(key);
        assertThat(desk.form(desk.task(key, "publish"))).containsEntry("minutesPage", "/papers/votes/" + id(key));
        assertThatThrownBy(() -> complete(key, "publish", AwardEnd.publication(LocalDate.of(2100, 12, 31))))
                .hasMessageContaining("Ngày trao thưởng không được sau ngày quyết định quá một năm");
        complete(key, "publish", with(AwardEnd.publication(today()), "reached", 1200));

        assertThat(nomination(key).milestones().prizeMoney()).isEqualTo(5_270_000);
        assertThat(nomination(key).milestones().audience()).isEqualTo(1200);
        String again = start(household);
        complete(again, "confirmByUnit", confirmation());
        Map<String, Object> second = desk.form(desk.task(again, "consolidate"));
        assertThat(second.get("earlierAwards").toString()).startsWith("Bằng khen (");
        assertThat(second.get("duplicateText")).isEqualTo("có 1 hồ sơ khác, trong đó 1 hồ sơ đã được khen");
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(key, value);
        return all;
    }

    @Test
    void whatIsNotTakenUpOrNotSignedEndsThere() {
        String left = start(Map.of());
        complete(left, "confirmByUnit", confirmation());
        complete(left, "consolidate", Map.of("decision", "refuse", "reason", REASON));
        assertThat(state(left)).isEqualTo(NominationState.NOT_TAKEN_UP);
        assertThat(ends(left)).contains("endEvent_notTakenUp");

        String unsigned = start(Map.of());
        confirmAndTakeUp(unsigned);
        complete(unsigned, "appraise", Map.of());
        thePostingEnds();
        vote(unsigned, 5, Map.of("decision", "approve"));
        desk.runJobs();
        complete(unsigned, "decide", Map.of("decision", "refuse", "reason", REASON));
        assertThat(state(unsigned)).isEqualTo(NominationState.NOT_SIGNED);
        assertThat(ends(unsigned)).contains("endEvent_notSigned");
    }

    @Test
    void aNominationWithoutConsentDayOrWithADayToComeIsRefused() {
        assertThatThrownBy(() -> start(
                        Map.of("consent", true, "deedDate", today().plusDays(2).toString())))
                .hasMessageContaining("tương lai")
                .hasMessageContaining("đồng ý công khai");
    }

    @Test
    void anAwardIsSignedOnADayThatWasAndHandedOverOnOrAfterIt() {
        String key = start(Map.of());
        confirmAndTakeUp(key);
        complete(key, "appraise", Map.of());
        thePostingEnds();
        vote(key, 5, Map.of("decision", "approve"));
        desk.runJobs();
        assertThatThrownBy(() -> complete(key, "decide", AwardEnd.signed(today().plusDays(1))))
                .hasMessageContaining("Ngày quyết định không được ở trong tương lai");
        decide(key);
        Map<String, Object> tooEarly = AwardEnd.publication(today().minusDays(1));
        assertThatThrownBy(() -> complete(key, "publish", tooEarly))
                .hasMessageContaining("Ngày trao thưởng không được trước ngày quyết định");
        assertThatThrownBy(() -> complete(
                        key, "publish", with(AwardEnd.publication(today()), "articleLink", "javascript:alert(1)")))
                .hasMessageContaining("Đường dẫn phải bắt đầu bằng https:// hoặc http://");
        assertThat(state(key)).isEqualTo(NominationState.SIGNED);
    }

    @Test
    void theStandingOfficePicksOutOfTheUnitsThatTheResultsMakeEligible() {
        String cycle = configuredCycle();
        results.replace(
                cycle,
                List.of(
                        result(cycle, UNIT, Grade.EXCELLENT, 1),
                        result(cycle, "q-tay-ho", Grade.GOOD, 2),
                        result(cycle, "q-hoan-kiem", Grade.FAIR, 3)));
        runtime.createProcessInstanceByKey("inspection-cycle")
                .businessKey(cycle)
                .setVariable("cycle", cycle)
                .setVariable("cycleName", "Kỳ kiểm tra thử")
                .startBeforeActivity("userTask_selectNominees")
                .execute();
        Task select = desk.task(cycle, "selectNominees");
        List<Map<String, Object>> rows = desk.rows(select, "nominees");
        assertThat(rows)
                .extracting(row -> row.get("code") + " " + row.get("nominate"))
                .containsExactly(UNIT + " true", "q-tay-ho false");

        desk.complete(select, Map.of("nominees", rows));
        desk.runJobs();

        assertThat(nominations.of(cycle)).singleElement().satisfies(nomination -> {
            assertThat(nomination.unit()).isEqualTo(UNIT);
            assertThat(nomination.proposed()).isEqualTo(AwardForm.CERTIFICATE_OF_MERIT);
        });
        Task confirm = desk.task(cycle + "/" + UNIT, "confirmByUnit");
        assertThat(confirm.getName()).endsWith("Quận Ba Đình");
    }

    @Test
    void whatSomebodyNominatesWhileACycleRunsBelongsToItAndIsClosedWithIt() {
        String key = start(Map.of());
        Nomination nomination = nominations.get(id(key));
        String cycle = Objects.requireNonNull(nomination.cycle());
        assertThat(cycles.get(cycle).isOver()).isFalse();
        assertThat(nominations.picked(cycle)).extracting(Nomination::id).doesNotContain(nomination.id());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .variableValueEquals("cycle", cycle)
                        .count())
                .isEqualTo(1);

        cycles.withdraw(cycle, "director", "Thành phố dừng kiểm tra để phòng chống bão lụt");

        assertThat(nominations.get(id(key)).state()).isEqualTo(NominationState.WITHDRAWN);
    }

    /** The start form offers the units of the newest cycle. */
    private String configuredCycle() {
        String cycle = "kt-" + System.nanoTime() % 1_000_000;
        cycles.add(
                new Cycle(cycle, 2024, "Kỳ kiểm tra thử", null, null, Instant.now(clock), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle,
                1,
                null,
                List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho", "q-hoan-kiem"))),
                Map.of()));
        return cycle;
    }

    private static Result result(String cycle, String unit, Grade grade, int rank) {
        BigDecimal score = BigDecimal.valueOf(100 - 10L * rank);
        return new Result(
                cycle,
                unit,
                "khoi-1",
                score,
                score,
                score,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                score,
                grade,
                null,
                grade,
                List.of(),
                rank);
    }

    /** @return the business key */
    private String start(Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "subjectType",
                "COLLECTIVE",
                "name",
                "Tổ dân phố " + System.nanoTime(),
                "address",
                "Phường Ngọc Hà",
                "unit",
                UNIT,
                "awardForm",
                "COMMENDATION_LETTER",
                "achievement",
                text(220),
                "periodFrom",
                today().minusDays(40).toString(),
                "periodTo",
                today().toString()));
        values.putAll(other);
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("commendation")
                .latestVersion()
                .singleResult()
                .getId();
        identities.setAuthentication("qbadinhInspector", List.of("staff", "inspectorAtqbadinh"));
        try {
            ProcessInstance started = forms.submitStartForm(definition, values);
            return started.getBusinessKey();
        } finally {
            identities.clearAuthentication();
        }
    }

    private void confirmAndTakeUp(String key) {
        complete(key, "confirmByUnit", confirmation());
        complete(key, "consolidate", takenUp());
    }

    private static Map<String, Object> takenUp() {
        return Map.of(
                "decision", "approve",
                "dossierComplete", true,
                "rightSubject", true,
                "rightAuthority", true,
                "noDuplicate", true);
    }

    private static Map<String, Object> confirmation() {
        return Map.of("members", 9, "present", 8, "inFavour", 8, "decision", "approve");
    }

    private void decide(String key) {
        complete(key, "decide", AwardEnd.signed(today()));
    }

    private void goTo(LocalDateTime time) {
        clock.forward(Duration.between(
                clock.instant(), time.atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private void vote(String key, int members, Map<String, Object> vote) {
        desk.tasks(key, "vote").stream().limit(members).forEach(task -> desk.complete(task, vote));
    }

    private void complete(String key, String task, Map<String, Object> values) {
        desk.complete(desk.task(key, task), values);
    }

    private String id(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private Nomination nomination(String key) {
        return nominations.get(id(key));
    }

    private NominationState state(String key) {
        return nomination(key).state();
    }

    private String instance(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private List<String> ends(String key) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance(key))
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private String subjectOf(Task task) {
        return jdbc.sql("select distinct subject from outbox where mail_key like ?")
                .param("task.assigned/" + task.getId() + "/%")
                .query(String.class)
                .single();
    }

    private int mails(String nomination, String event) {
        return jdbc.sql("select count(*) from outbox where mail_key like ?")
                .param(event + "/" + nomination + "/%")
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private static String text(int length) {
        return "Việc tốt được nhiều người chứng kiến. ".repeat(length / 38 + 1).strip();
    }
}
