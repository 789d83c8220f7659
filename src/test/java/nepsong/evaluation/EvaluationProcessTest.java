package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.catalogue.Criterion;
import nepsong.crossinspection.CrossScore;
import nepsong.crossinspection.DoubleInspections;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklists;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cycle's way from settled scores to final results. */
@ProcessTest
class EvaluationProcessTest {

    private static final String BEST = "q-ba-dinh";
    private static final String MIDDLE = "q-tay-ho";
    private static final String LAST = "q-hoan-kiem";
    private static final String DRAFTER = "secretary";
    private static final String LONG =
            "Nội dung do thư ký Đoàn ghi lại đầy đủ, đúng theo diễn biến thực tế của công việc.";

    private final Desk desk;
    private final MovableClock clock;
    private final ScoredCycle scored;
    private final Results results;
    private final Publications publications;
    private final ReadPublishedResults published;
    private final AnswerInvitation invitations;
    private final Reports reports;
    private final Opinions opinions;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final DoubleInspections second;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    EvaluationProcessTest(
            Desk desk,
            MovableClock clock,
            ScoredCycle scored,
            Results results,
            Publications publications,
            ReadPublishedResults published,
            AnswerInvitation invitations,
            Reports reports,
            Opinions opinions,
            Scorecards scorecards,
            UnitChecklists checklists,
            DoubleInspections second,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            WorkingCalendar calendar,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.scored = scored;
        this.results = results;
        this.publications = publications;
        this.published = published;
        this.invitations = invitations;
        this.reports = reports;
        this.opinions = opinions;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.second = second;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void settledScoresBecomeFinalResultsThroughReportConferencePublicationAndAppeals() {
        cycle = scored.with(shares());
        inspectAgain(MIDDLE, "0.7");
        inspectAgain(LAST, "1");
        runtime.startProcessInstanceByKey("evaluation", cycle, Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"));
        desk.runJobs();

        appraise();
        assertThat(second.find(cycle, LAST).orElseThrow().resolution()).isEqualTo(LONG);
        assertThat(second.find(cycle, MIDDLE).orElseThrow().resolution()).isEmpty();
        assertThat(jdbc.sql(
                                "select unit, actor, after_values from audit_events where cycle = ? and action = 'difference.resolved'")
                        .param(cycle)
                        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .list())
                .as("what was resolved and by whom; the words stay with the unit's file")
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get(0)).isEqualTo(LAST);
                    assertThat(event.get(1)).isEqualTo("office");
                    assertThat(event.get(2)).contains("\"secondScore\":100").doesNotContain(LONG);
                });
        assertThat(jdbc.sql(
                                "select unit || ' ' || cause || ' ' || times || ' ' || evidence from appraisal_items where cycle = ?")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .containsExactly(LAST + " COMPLAINT_UNANSWERED 1 Công văn 12/CV-VP");
        assertThat(jdbc.sql("select penalty_reason from appraisals where cycle = ? and unit = ?")
                        .params(cycle, LAST)
                        .query(String.class)
                        .single())
                .isEqualTo("Phản ánh đã xác minh không được trả lời (−1): Phản ánh về bộ phận một cửa đã xác minh"
                        + " (minh chứng: Công văn 12/CV-VP)");
        assertThat(results.of(cycle)).extracting(Result::unit).containsExactly(BEST, MIDDLE, LAST);
        assertThat(result(BEST).grade()).isEqualTo(Grade.EXCELLENT);
        assertThat(result(MIDDLE).caps()).extracting(Cap::code).contains("V6", "V10");
        assertThat(result(LAST).finalScore())
                .isEqualByComparingTo(recomputed(LAST).subtract(BigDecimal.ONE));
        for (String unit : List.of(BEST, MIDDLE, LAST)) {
            assertThat(result(unit).totalScore()).isEqualByComparingTo(recomputed(unit));
        }

        assertThat(desk.form(task("draftReport")).get("facts5").toString()).contains("Xếp loại Xuất sắc: 1/3");
        report();
        askTheMembers();
        meet(5);
        complete("publish", Map.of("decision", "return", "reason", "Bổ sung đánh giá về công tác tuyên truyền."));

        assertThat(desk.form(task("draftReport"))).containsEntry("version", 2);
        report();
        desk.tasks(cycle, "giveOpinion").forEach(task -> desk.complete(task, Map.of("decision", "approve")));
        desk.runJobs();
        meet(15);
        publish();
        hearTheUnits();

        assertThat(publications.of(cycle).orElseThrow().concludedAt()).isNotNull();
        assertThat(result(LAST).totalScore()).isEqualByComparingTo(recomputed(LAST));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle)
                        .count())
                .isZero();
    }

    private void appraise() {
        Task task = task("appraise");
        assertThat(task.getName()).isEqualTo("Thẩm định, xếp loại – Khối 1");
        List<Map<String, Object>> rows = desk.rows(task, "units");
        Map<String, Object> last = rows.get(2);
        assertThat(last).containsEntry("unit", LAST).containsEntry("pledgeIncomplete", true);
        assertThat(desk.form(task).get("heat").toString())
                .as("the units by groups, the weak ones marked")
                .contains("unit=Quận Ba Đình", "=100", "△ ");
        resolveTheDifference(task, rows);
        List<Map<String, Object>> items = causes(task, rows);
        givenTo("qbadinhHead", Groups.APPRAISERS, task);
        assertThat(desk.form(task).get("objection").toString()).contains("Bạn công tác tại Quận Ba Đình");
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows)))
                .hasMessageContaining("Bạn công tác tại Quận Ba Đình");
        givenBack(task);
        rows.get(0).put("adjustedGrade", "EXCELLENT");
        rows.get(0).put("adjustmentReason", LONG);
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows)))
                .hasMessageContaining("Theo điểm, đơn vị đã được xếp loại Xuất sắc");
        rows.get(0).put("adjustedGrade", "GOOD");
        rows.get(0).put("adjustmentReason", LONG);
        rows.get(1).put("adjustedGrade", "AVERAGE");
        rows.get(1).put("adjustmentReason", LONG);
        identities.setAuthentication("office", List.of(Groups.APPRAISERS));
        tasks.claim(task.getId(), "office");
        desk.complete(task, Map.of("units", rows, "items", items));
        identities.clearAuthentication();
        desk.runJobs();
        confirmOneAdjustment();
    }

    /** One complaint that the last unit did not answer; what may hold once is not written twice. */
    private List<Map<String, Object>> causes(Task task, List<Map<String, Object>> rows) {
        assertThat(desk.rows(task, "items")).as("nobody was late").isEmpty();
        Map<String, Object> prize = cause("FIRST_PRIZE", null);
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows, "items", List.of(prize, prize))))
                .hasMessageContaining("“Giải nhất hội thi, cuộc thi” chỉ tính một lần");
        Map<String, Object> bare = new HashMap<>(cause("COMPLAINT_UNANSWERED", 1));
        bare.remove("evidence");
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows, "items", List.of(bare))))
                .hasMessageContaining("Minh chứng");
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("units", rows, "items", List.of(cause("COMPLAINT_UNANSWERED", null)))))
                .hasMessageContaining("Số lần, số ngày");
        return List.of(cause("COMPLAINT_UNANSWERED", 1));
    }

    private static Map<String, Object> cause(String cause, @Nullable Integer times) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "unit",
                LAST,
                "cause",
                cause,
                "reason",
                "Phản ánh về bộ phận một cửa đã xác minh",
                "evidence",
                "Công văn 12/CV-VP"));
        if (times != null) {
            row.put("times", times);
        }
        return row;
    }

    /** The two inspections of the last unit lie far apart, those of the others do not. */
    private void resolveTheDifference(Task task, List<Map<String, Object>> rows) {
        Map<String, Object> last = rows.get(2);
        assertThat(rows.subList(0, 2)).allSatisfy(row -> assertThat(row).doesNotContainKey("difference"));
        assertThat(desk.form(task).get("overview").toString())
                .contains("không thuộc mẫu rút thăm", "Đoàn chấm **100**", "phải nêu cách giải quyết")
                .containsPattern("chênh [0-9,]+ điểm so với kiểm tra chéo\\.");
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows)))
                .hasMessageContaining("Cách giải quyết chênh lệch kiểm tra kép");
        last.put("resolution", "Giữ điểm");
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows)))
                .hasMessageContaining("Cách giải quyết chênh lệch kiểm tra kép")
                .hasMessageContaining("cần ít nhất 20 ký tự");
        last.put("resolution", LONG);
    }

    private void inspectAgain(String unit, String share) {
        second.draw(cycle, ScoredCycle.BLOC, List.of(unit));
        second.handIn(
                cycle,
                unit,
                LocalDate.now((java.time.Clock) clock),
                checklists.of(cycle, unit).criteria().stream()
                        .map(criterion -> new CrossScore(
                                criterion.code(),
                                false,
                                null,
                                criterion.max().multiply(new BigDecimal(share)).setScale(0, RoundingMode.HALF_UP),
                                null))
                        .toList(),
                "member3",
                null);
    }

    /** The head of team confirms the grade of one unit and not that of the other. */
    private void confirmOneAdjustment() {
        assertThat(desk.openTasks(cycle)).containsExactly("userTask_confirmAdjustments");
        Task task = task("confirmAdjustments");
        assertThat(desk.form(task).get("overview").toString()).contains("byScore=Xuất sắc", "adjusted=Tốt", LONG);
        assertThat(desk.form(task)).as("nobody is sent to look at no file").containsEntry("files", 0);
        List<Map<String, Object>> rows = desk.rows(task, "units");
        assertThat(rows).extracting(row -> row.get("unit")).containsExactlyInAnyOrder(BEST, MIDDLE);
        rows.forEach(row -> row.put("decision", row.get("unit").equals(BEST) ? "refuse" : "approve"));
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows))).hasMessageContaining("Lý do");
        rows.forEach(row -> row.put("reason", "Đơn vị đạt đủ điều kiện của xếp loại theo điểm."));
        jdbc.sql("update appraisals set appraised_by = 'headOfTeam' where cycle = ? and unit = ?")
                .params(cycle, BEST)
                .update();
        givenTo("headOfTeam", Groups.HEAD_OF_TEAM, task);
        assertThat(desk.form(task).get("objection").toString()).contains("không tự xác nhận");
        assertThatThrownBy(() -> desk.complete(task, Map.of("units", rows))).hasMessageContaining("không tự xác nhận");
        givenBack(task);
        desk.complete(task, Map.of("units", rows));
        desk.runJobs();
        assertThat(result(MIDDLE).grade()).isEqualTo(Grade.AVERAGE);
        assertThat(result(MIDDLE).gradeByScore()).isEqualTo(Grade.FAIR);
        assertThat(result(MIDDLE).effectiveCaps())
                .as("whoever is graded that low anyway is held back by nothing")
                .isEmpty();
        assertThat(result(BEST).adjustedGrade()).isNull();
    }

    private void report() {
        Task task = task("draftReport");
        assertThat(desk.form(task).get("results").toString())
                .contains("điều chỉnh từ Khá thành Trung bình, Trưởng đoàn đã xác nhận: ");
        Map<String, Object> sections = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            sections.put("section" + i, LONG);
        }
        inHandOf(DRAFTER, task);
        desk.complete(task, sections);
        identities.clearAuthentication();
        assertThat(runtime.getVariable(task.getExecutionId(), "holdConferenceDueOn"))
                .as("fifteen working days after the draft")
                .isEqualTo(calendar.plus(LocalDate.now((java.time.Clock) clock), 15)
                        .toString());
        desk.runJobs();
    }

    private void askTheMembers() {
        List<Task> asked = desk.tasks(cycle, "giveOpinion");
        assertThat(asked)
                .extracting(Task::getAssignee)
                .contains("member1", "member5")
                .hasSize(4);
        Task first = asked.stream()
                .filter(task -> "member1".equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
        assertThat(desk.form(first).get("results").toString())
                .as("the appendix of the report")
                .contains("bloc=Khối 1", "rank=1", "unit=Quận Ba Đình", "grade=Xuất sắc", "rank=3");
        desk.complete(
                first,
                Map.of(
                        "decision",
                        "comment",
                        "reason",
                        "Cần nêu rõ hơn các mô hình hay",
                        "remarks",
                        List.of(Map.of(
                                "section", "IV",
                                "kind", "add",
                                "text", "Mô hình, cách làm",
                                "proposal", "Nêu tên đơn vị",
                                "reason", "Để các đơn vị khác học theo"))));
        desk.runJobs();
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
        assertThat(desk.openTasks(cycle)).containsExactly("userTask_answerOpinions");
        Task answer = task("answerOpinions");
        List<Map<String, Object>> rows = desk.rows(answer, "remarks");
        assertThat(rows).hasSize(2);
        assertThat(desk.form(answer).get("asked").toString())
                .contains("kind=Bổ sung", "reason=Để các đơn vị khác học theo")
                .as("what is said of the whole report changes no place in it")
                .containsOnlyOnce("specific=true")
                .containsOnlyOnce("specific=false");
        rows.forEach(row -> {
            row.put("answer", "accepted");
            row.put("answerText", "Đã bổ sung vào dự thảo");
        });
        desk.complete(answer, Map.of("remarks", rows));
        assertThat(opinions.remarks(reports.get(cycle))).allMatch(remark -> "accepted".equals(remark.answer()));
        assertThat(mails("evaluation.opinion-answered")).isEqualTo(1);
        theMemberReadsTheAnswers();
    }

    /** What the mail leads to; nobody else's are among them. */
    private void theMemberReadsTheAnswers() {
        assertThat(jdbc.sql(
                                "select facts from outbox where template = 'evaluation.opinion-answered' and mail_key like ?")
                        .param("%/" + cycle + "/%")
                        .query(String.class)
                        .single())
                .contains("\"/opinions/" + cycle + "\"");
        assertThat(opinions.remarksOf(cycle, "member1"))
                .extracting(own -> own.version() + " " + own.remark().answerTitle() + ": "
                        + own.remark().answerText())
                .containsExactly("1 Tiếp thu: Đã bổ sung vào dự thảo", "1 Tiếp thu: Đã bổ sung vào dự thảo");
        assertThat(opinions.remarksOf(cycle, "member2")).isEmpty();
    }

    /** @param daysLeft since the draft there are fifteen; where the opinions took longer, the five that guests need */
    private void meet(int daysLeft) {
        LocalDate today = LocalDate.now((java.time.Clock) clock);
        LocalDate latest = calendar.plus(today, daysLeft);
        assertThat(desk.form(task("callConference")))
                .containsEntry("startsAt", calendar.plus(today, 5).atTime(8, 30).toString())
                .containsEntry(
                        "latestText", DateTimeFormatter.ofPattern("dd/MM/yyyy").format(latest));
        assertThatThrownBy(() -> complete(
                        "callConference",
                        Map.of("startsAt", latest.plusDays(1).atTime(8, 30).toString())))
                .hasMessageContaining("Hội nghị phải họp chậm nhất ngày");
        assertThatThrownBy(() -> complete(
                        "callConference",
                        Map.of("startsAt", today.minusDays(1).atTime(8, 30).toString(), "guests", List.of())))
                .hasMessageContaining("Thời gian hội nghị không được ở trong quá khứ")
                .hasMessageContaining("Cần ghi thành phần dự hội nghị");
        List<Map<String, Object>> guests = invite();
        assertThat(task("holdConference").getDueDate().toInstant()).isEqualTo(calendar.dueAt(latest));
        assertThat(opinions.of(reports.get(cycle)))
                .as("who said nothing has consented, and it is on record that they said nothing")
                .filteredOn(opinion -> daysLeft == 5 && !opinion.person().equals("member1"))
                .allMatch(opinion -> opinion.consents() && opinion.silent())
                .hasSize(daysLeft == 5 ? 3 : 0);
        assertThat(opinions.of(reports.get(cycle))).hasSize(4);
        assertThatThrownBy(() ->
                        complete("holdConference", Map.of("minutes", LONG, "conclusion", LONG, "followUps", List.of())))
                .hasMessageContaining("ít nhất một nhiệm vụ tiếp theo");
        nobodyCameAndWhatIsToBeDoneIsLateAlready();
        answerTheInvitation(guests.size());
        somebodyWantsTheReportChanged();
        assertThat(invitations.answer(cycle, "qbadinhHead", true, "")).get().isEqualTo(List.of());
        clock.forward(Duration.ofDays(30));
        assertThat(reasons(invitations.answer(cycle, "qbadinhHead", true, ""))).contains("Đã đến giờ họp");
        clock.forward(Duration.ofDays(-30));
    }

    /** As in an opinion: the section and the kind are asked for once something is proposed. */
    private void somebodyWantsTheReportChanged() {
        Map<String, Object> speech = new LinkedHashMap<>(Map.of(
                "speaker", "Quận Tây Hồ", "summary", "Mô hình hay chưa được nêu", "proposal", "Nêu mô hình tuyến phố"));
        Map<String, Object> minutes = Map.of("minutes", LONG, "conclusion", LONG, "speeches", List.of(speech));
        assertThatThrownBy(() -> complete("holdConference", minutes))
                .hasMessageContaining("Mục")
                .hasMessageContaining("Loại ý kiến");
        speech.putAll(Map.of("section", "IV", "kind", "add", "reason", "Nhiều đơn vị học theo", "answer", "Tiếp thu"));
        complete("holdConference", minutes);
        assertThat(desk.form(task("publish")).get("speeches").toString())
                .contains(
                        "speaker=Quận Tây Hồ",
                        "section=IV. Mô hình, cách làm hay",
                        "kind=Bổ sung",
                        "proposal=Nêu mô hình tuyến phố",
                        "answer=Tiếp thu");
    }

    private void nobodyCameAndWhatIsToBeDoneIsLateAlready() {
        Task task = task("holdConference");
        List<Map<String, Object>> guests = desk.rows(task, "guests");
        guests.forEach(guest -> guest.put("present", false));
        List<Map<String, Object>> followUps = desk.rows(task, "followUps");
        followUps
                .get(0)
                .put(
                        "dueOn",
                        LocalDate.now((java.time.Clock) clock).minusDays(1).toString());
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("minutes", LONG, "conclusion", LONG, "guests", guests, "followUps", followUps)))
                .hasMessageContaining("ít nhất một đại biểu có mặt")
                .hasMessageContaining("Nhiệm vụ 1")
                .hasMessageContaining("Hạn không được trước hôm nay");
    }

    /** One member's account is taken off the list, and a guest of the same name comes instead: who is told is the account's holder. */
    private List<Map<String, Object>> invite() {
        List<Map<String, Object>> guests = desk.rows(task("callConference"), "guests");
        Map<String, Object> member = guests.stream()
                .filter(row -> "member1".equals(row.get("person")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> namesake = new LinkedHashMap<>(member);
        namesake.put("person", "qbadinhHead");
        member.put("person", null);
        guests.add(namesake);
        complete("callConference", Map.of("guests", guests));
        assertThat(jdbc.sql(
                                """
                                select recipient_person from outbox where template = 'evaluation.conference-invited'
                                       and facts like ? and mail_key like ?
                                """)
                        .params(
                                "%\"/conferences/" + cycle + "\"%",
                                "%/" + reports.get(cycle).version())
                        .query(String.class)
                        .list())
                .contains("qbadinhHead", "member2")
                .doesNotContain("member1")
                .hasSize(guests.size() - 1);
        return guests;
    }

    private void answerTheInvitation(int guests) {
        assertThat(invitations.of(cycle, "member1")).isEmpty();
        assertThat(invitations.answer(cycle, "member1", true, "")).isEmpty();
        assertThat(reasons(invitations.answer(cycle, "qbadinhHead", null, ""))).contains("Hãy chọn dự");
        assertThat(reasons(invitations.answer(cycle, "qbadinhHead", false, "x".repeat(20_001))))
                .contains("20.000 ký tự");
        assertThat(invitations.answer(cycle, "qbadinhHead", true, "")).get().isEqualTo(List.of());
        assertThat(invitations.answer(cycle, "qbadinhHead", false, "Bận họp giao ban"))
                .get()
                .isEqualTo(List.of());
        Invitation invitation = invitations.of(cycle, "qbadinhHead").orElseThrow();
        assertThat(invitation.report()).isNotEmpty().last().asString().contains(LONG);
        assertThat(invitation.answer().isNo()).as("the last word counts").isTrue();
        Map<String, Object> opened = desk.form(task("holdConference"));
        assertThat(opened.get("answers").toString())
                .startsWith("0 người xác nhận dự, 1 người báo không dự, %d người chưa trả lời".formatted(guests - 2))
                .contains("(Bận họp giao ban)");
        assertThat(desk.rows(task("holdConference"), "guests"))
                .filteredOn(row -> Boolean.FALSE.equals(row.get("present")))
                .hasSize(1);
    }

    private static String reasons(Optional<List<Refusal>> refused) {
        return refused.orElseThrow().stream().map(Refusal::reason).collect(Collectors.joining("; "));
    }

    private void publish() {
        Map<String, Object> decision = Map.of(
                "decision",
                "approve",
                "documentNumber",
                12,
                "issuedOn",
                LocalDate.now((java.time.Clock) clock).toString());
        Map<String, Object> tomorrow = new LinkedHashMap<>(decision);
        tomorrow.put(
                "issuedOn", LocalDate.now((java.time.Clock) clock).plusDays(1).toString());
        assertThatThrownBy(() -> complete("publish", tomorrow)).hasMessageContaining("sau ngày hôm nay");
        whoeverDraftedDoesNotPublish(decision);
        assertThat(desk.form(task("publish")))
                .containsEntry("conclusion", LONG)
                .extractingByKey("followUps")
                .asString()
                .contains("Tất cả các đơn vị");
        assertThat(published.read(cycle, "qbadinhHead")).isEmpty();
        complete("publish", decision);
        desk.runJobs();
        everybodyReadsWhatWasMadePublic();
        assertThat(mails("evaluation.published")).isEqualTo(6);
    }

    /** The ranking, and neither the scores of groups nor the good examples: those were not ticked. */
    private void everybodyReadsWhatWasMadePublic() {
        PublishedResults read = published.read(cycle, "qbadinhHead").orElseThrow();
        assertThat(read.blocs().get(0).places())
                .extracting(PublishedResults.Place::rank)
                .containsExactly(1, 2, 3);
        assertThat(read.blocs().get(0).places())
                .extracting(PublishedResults.Place::own)
                .containsExactly(true, false, false);
        assertThat(read.groups()).isEmpty();
        assertThat(read.models()).isEmpty();
        assertThat(Objects.requireNonNull(read.conclusion()).followUps()).hasSize(1);
        jdbc.sql("update publications set made_public = 'groups,models' where cycle = ?")
                .param(cycle)
                .update();
        PublishedResults other = published.read(cycle, "qbadinhHead").orElseThrow();
        assertThat(other.blocs()).isEmpty();
        assertThat(other.models()).contains("(CS-F) đạt ", LONG);
        jdbc.sql("update publications set made_public = 'ranking,groups' where cycle = ?")
                .param(cycle)
                .update();
        assertThat(published.read(cycle, "qbadinhHead").orElseThrow().groups())
                .containsKeys("CS-A", "CS-F")
                .doesNotContainValue("");
    }

    /** Even with both roles. */
    private void whoeverDraftedDoesNotPublish(Map<String, Object> decision) {
        Task publish = task("publish");
        inHandOf(DRAFTER, publish);
        assertThat(desk.form(publish).get("caution").toString()).startsWith("Người soạn báo cáo");
        assertThatThrownBy(() -> desk.complete(publish, decision)).hasMessageContaining("Người soạn báo cáo");
        assertThat(publications.of(cycle)).isEmpty();
        givenBack(publish);
        assertThat(desk.form(publish)).containsEntry("caution", "");
    }

    /** As it may be that somebody has a task in hand to which there is an objection only since. */
    private void givenTo(String person, String group, Task task) {
        tasks.setAssignee(task.getId(), person);
        identities.setAuthentication(person, List.of(group));
    }

    private void givenBack(Task task) {
        identities.clearAuthentication();
        tasks.setAssignee(task.getId(), null);
    }

    private void inHandOf(String person, Task task) {
        identities.setAuthentication(person, List.of(Groups.SECRETARIES, Groups.DEPARTMENT_LEADERS));
        tasks.claim(task.getId(), person);
    }

    private void hearTheUnits() {
        desk.complete(desk.task(cycle + "/" + BEST, "considerResult"), Map.of("decision", "accept"));
        desk.complete(
                desk.task(cycle + "/" + LAST, "considerResult"),
                Map.of("decision", "appeal", "reason", LONG, "criteria", List.of("CS-A1")));
        desk.runJobs();
        desk.tasks(cycle + "/" + LAST, "reviewAppeal").forEach(this::proposeAll);
        desk.runJobs();
        BigDecimal before = recomputed(LAST);
        Task decide = desk.task(cycle + "/" + LAST, "decideAppeal");
        desk.complete(decide, Map.of("decision", "approve", "criteria", desk.rows(decide, "criteria")));
        assertThat(recomputed(LAST)).isGreaterThan(before);
        clock.forward(Duration.ofDays(30));
        desk.runJobs();
    }

    private void proposeAll(Task review) {
        List<Map<String, Object>> rows = desk.rows(review, "criteria");
        rows.get(0).put("proposedScore", rows.get(0).get("max"));
        rows.get(0).put("note", "Minh chứng bổ sung cho thấy đơn vị đã làm đủ");
        String reviewer = review.getName().contains("thứ 1") ? "appraiser1" : "member1";
        identities.setAuthentication(reviewer, List.of(Groups.APPRAISERS, Groups.TEAM_MEMBERS));
        tasks.claim(review.getId(), reviewer);
        desk.complete(review, Map.of("criteria", rows));
        identities.clearAuthentication();
    }

    private static Map<String, String> shares() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put(BEST, "1");
        shares.put(MIDDLE, "0.7");
        shares.put(LAST, "0.6");
        return shares;
    }

    /** As anybody can recompute it from the published scorecard: the unit has one set, and nothing was left out. */
    private BigDecimal recomputed(String unit) {
        BigDecimal reached = BigDecimal.ZERO;
        for (ScorecardRow row : scorecards.of(cycle, unit)) {
            reached = reached.add(
                    row.appealedScore() == null ? Objects.requireNonNull(row.finalScore()) : row.appealedScore());
        }
        BigDecimal max = checklists.of(cycle, unit).criteria().stream()
                .map(Criterion::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return reached.multiply(BigDecimal.valueOf(100)).divide(max, 2, RoundingMode.HALF_UP);
    }

    private Result result(String unit) {
        return results.of(cycle, unit).orElseThrow();
    }

    private Task task(String name) {
        return desk.task(cycle, name);
    }

    private void complete(String name, Map<String, Object> values) {
        desk.complete(task(name), values);
    }

    private long mails(String template) {
        return jdbc.sql("select count(*) from outbox where template = ? and mail_key like ?")
                .params(template, "%/" + cycle + "/%")
                .query(Long.class)
                .single();
    }
}
