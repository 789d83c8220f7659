package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.delegation.Delegations;
import nepsong.delegation.EndDelegation;
import nepsong.delegation.NameSubstitute;
import nepsong.delegation.TaskKind;
import nepsong.evidence.BroughtPapers;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The files of an evaluation: with opinions on the report, of the conference, and the decision on the results. */
@ProcessTest
class EvaluationPapersTest {

    private static final String LONG =
            "Nội dung do thư ký Đoàn ghi lại đầy đủ, đúng theo diễn biến thực tế của công việc.";

    private final Desk desk;
    private final MovableClock clock;
    private final ScoredCycle scored;
    private final BroughtPapers papers;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final NameSubstitute naming;
    private final EndDelegation ending;
    private final Delegations delegations;
    private String cycle = "";

    @Autowired
    EvaluationPapersTest(
            Desk desk,
            MovableClock clock,
            ScoredCycle scored,
            BroughtPapers papers,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            NameSubstitute naming,
            EndDelegation ending,
            Delegations delegations) {
        this.tasks = tasks;
        this.identities = identities;
        this.naming = naming;
        this.ending = ending;
        this.delegations = delegations;
        this.desk = desk;
        this.clock = clock;
        this.scored = scored;
        this.papers = papers;
        this.runtime = runtime;
    }

    @BeforeEach
    void aReportIsDrafted() {
        cycle = scored.with(Map.of("q-ba-dinh", "1", "q-tay-ho", "0.8", "q-hoan-kiem", "0.7"));
        runtime.createProcessInstanceByKey("evaluation")
                .businessKey(cycle)
                .setVariables(Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"))
                .startBeforeActivity("userTask_draftReport")
                .execute();
        draft();
    }

    @Test
    void whoAnswersOpinionsReadsWhatCameWithThemAndNoMemberReadsAnothers() throws Exception {
        Task first = asked("member1");
        Task second = asked("member2");
        String opinion = papers.bring("member1", first, "YK");
        String other = papers.bring("member2", second, "YK");
        papers.seesBeside("member1", first, opinion);
        papers.doesNotSeeBeside("member1", first, other);
        papers.doesNotSeeBeside("member2", second, opinion);
        papers.isRefused("member1", first, "QDCB", "Không có tiêu chí");
        for (String person : List.of("qbadinhHead", "council1", "manager", "nobody", "admin")) {
            papers.findsNothingBeside(person, first, "YK");
        }
        desk.complete(
                first, Map.of("decision", "comment", "reason", "Cần nêu rõ hơn các mô hình hay", "remarks", List.of()));
        consents();

        Task answer = task("answerOpinions");
        assertThat(desk.form(answer)).containsEntry("opinionFiles", 2);
        papers.seesBeside("secretary", answer, opinion);
        papers.staysAsItIs("secretary", answer, opinion);
        papers.isRefused("secretary", answer, "YK", "chỉ để xem");
        for (String person : List.of("member2", "office", "qbadinhHead", "nobody", "admin")) {
            papers.doesNotRead(person, opinion);
        }
    }

    @Test
    void whoGaveAnOpinionReadsWhatBecameOfItAndNobodyElseDoes() throws Exception {
        desk.complete(
                asked("member1"),
                Map.of("decision", "comment", "reason", "Cần nêu rõ hơn các mô hình hay", "remarks", List.of()));
        consents();
        assertThat(papers.page("member1", "/opinions/" + cycle))
                .contains("Cần nêu rõ hơn các mô hình hay", "Ý kiến này chưa được trả lời.");
        Task answer = task("answerOpinions");
        List<Map<String, Object>> rows = desk.rows(answer, "remarks");
        rows.get(0).put("answer", "partly");
        rows.get(0).put("answerText", "Bản sau nêu thêm ba mô hình");
        desk.complete(answer, Map.of("remarks", rows));
        assertThat(papers.page("member1", "/opinions/" + cycle))
                .contains("Tiếp thu một phần", "Bản sau nêu thêm ba mô hình")
                .doesNotContain("chưa được trả lời");
        for (String person : List.of("member2", "secretary", "manager", "nobody")) {
            papers.findsNoPage(person, "/opinions/" + cycle);
        }
    }

    @Test
    void whoGaveAnOpinionInAnothersPlaceReadsWhatBecameOfThatOneAlone() throws Exception {
        LocalDate today = LocalDate.now((Clock) clock);
        assertThat(naming.name("member1", "member1", "member2", today, today, Set.of(TaskKind.EVALUATION)))
                .isEmpty();
        try {
            Task asked = desk.tasks(cycle, "giveOpinion").stream()
                    .filter(one -> "member1".equals(runtime.getVariable(one.getExecutionId(), "member")))
                    .findFirst()
                    .orElseThrow();
            identities.setAuthentication("member2", List.of(Groups.TEAM_MEMBERS));
            tasks.claim(asked.getId(), "member2");
            comment(asked, "Cần nêu rõ hơn các mô hình hay");
        } finally {
            identities.clearAuthentication();
            ending.end(delegations.of("member1").get(0).id(), "member1");
        }
        consents();
        answer("Bản sau nêu thêm ba mô hình");
        assertThat(papers.page("member2", "/opinions/" + cycle))
                .contains("Cần nêu rõ hơn các mô hình hay", "Bản sau nêu thêm ba mô hình", "thay mặt");
        assertThat(papers.page("member1", "/opinions/" + cycle))
                .contains("Bản sau nêu thêm ba mô hình")
                .doesNotContain("thay mặt");

        draftAgain();
        comment(asked("member1"), "Nay còn thiếu số liệu của khối sở, ngành");
        consents();
        answer("Đã bổ sung số liệu");
        assertThat(papers.page("member1", "/opinions/" + cycle)).contains("Đã bổ sung số liệu", "ba mô hình");
        assertThat(papers.page("member2", "/opinions/" + cycle))
                .as("what the member said for themselves is theirs")
                .contains("ba mô hình")
                .doesNotContain("Đã bổ sung số liệu", "Nay còn thiếu");
        papers.findsNoPage("member4", "/opinions/" + cycle);
    }

    private void comment(Task asked, String reason) {
        desk.complete(asked, Map.of("decision", "comment", "reason", reason, "remarks", List.of()));
    }

    private void answer(String text) {
        Task answer = task("answerOpinions");
        List<Map<String, Object>> rows = desk.rows(answer, "remarks");
        rows.forEach(row -> {
            row.put("answer", "partly");
            row.put("answerText", text);
        });
        desk.complete(answer, Map.of("remarks", rows));
    }

    /** As it comes again after the leader has given it back. */
    private void draftAgain() {
        desk.complete(task("callConference"), Map.of());
        desk.complete(task("holdConference"), Map.of("minutes", LONG, "conclusion", LONG));
        desk.complete(task("publish"), Map.of("decision", "return", "reason", LONG));
        draft();
    }

    @Test
    void papersOfTheConferenceAndTheDecisionAreReadByAllOnceTheResultsArePublished() throws Exception {
        consents();
        desk.complete(task("callConference"), Map.of());
        Task hold = task("holdConference");
        papers.aForgedTaskIsUnknown("secretary", "BBHN");
        papers.findsNothingBeside("qbadinhHead", hold, "BBHN");
        String minutes = papers.bring("secretary", hold, "BBHN");
        String photo = papers.bring("secretary", hold, "ANHHN");
        papers.bring("secretary", hold, "BCSL");
        papers.doesNotRead("member1", minutes);
        desk.complete(hold, Map.of("minutes", LONG, "conclusion", LONG));

        Task publish = task("publish");
        papers.staysAsItIs("director", publish, minutes);
        String decision = papers.bring("director", publish, "QDCB");
        for (String person : List.of("member1", "office", "manager")) {
            papers.reads(person, minutes);
            papers.doesNotRead(person, decision);
        }
        for (String person : List.of("qbadinhHead", "qtayhoInspector")) {
            papers.doesNotRead(person, minutes);
            papers.doesNotRead(person, decision);
        }

        desk.complete(
                publish,
                Map.of(
                        "decision",
                        "approve",
                        "documentNumber",
                        12,
                        "issuedOn",
                        LocalDate.now((Clock) clock).toString()));
        for (String person : List.of("qbadinhHead", "qtayhoInspector", "council1", "member1")) {
            papers.reads(person, minutes);
            papers.reads(person, photo);
            papers.reads(person, decision);
            assertThat(papers.page(person, "/published/" + cycle)).contains("/papers/" + decision, "/papers/" + photo);
        }
        for (String person : List.of("nobody", "admin")) {
            papers.doesNotRead(person, minutes);
            papers.doesNotRead(person, decision);
        }
    }

    @Test
    void whatWasNotReadyAtTheConferenceIsBroughtWithThePublicationAndStaysAfterIt() throws Exception {
        consents();
        desk.complete(task("callConference"), Map.of());
        Task hold = task("holdConference");
        String photo = papers.bring("secretary", hold, "ANHHN");
        desk.complete(hold, Map.of("minutes", LONG, "conclusion", LONG));

        Task publish = task("publish");
        String minutes = papers.bring("director", publish, "BBHN");
        String wrong = papers.bring("director", publish, "BCSL");
        papers.takesAway("director", publish, wrong);
        papers.staysAsItIs("director", publish, photo);
        papers.findsNothingBeside("qbadinhHead", publish, "BBHN");
        papers.reads("secretary", minutes);
        papers.doesNotRead("qbadinhHead", minutes);
        desk.complete(publish, Map.of("decision", "return", "reason", LONG));

        // The report goes round again, to another conference.
        draft();
        consents();
        desk.complete(task("callConference"), Map.of());
        papers.staysAsItIs("secretary", task("holdConference"), minutes);
    }

    private void draft() {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            sections.put("section" + i, LONG);
        }
        desk.complete(task("draftReport"), sections);
        desk.runJobs();
    }

    private Task asked(String member) {
        return desk.tasks(cycle, "giveOpinion").stream()
                .filter(one -> member.equals(one.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private void consents() {
        desk.tasks(cycle, "giveOpinion").forEach(task -> desk.complete(task, Map.of("decision", "approve")));
        desk.runJobs();
    }

    private Task task(String name) {
        return desk.task(cycle, name);
    }
}
