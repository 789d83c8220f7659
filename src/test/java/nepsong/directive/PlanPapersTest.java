package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.cycle.StartCycle;
import nepsong.engine.DemonstrationPeople;
import nepsong.evidence.BroughtPapers;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The files of a plan: with the opinions on its draft, and the plan as it was signed. */
@ProcessTest
class PlanPapersTest {

    /** Before those of other tests, after the units were founded. */
    private static final AtomicInteger YEARS = new AtomicInteger(2011);

    private static final List<String> STRANGERS = List.of("nobody", "admin");

    private final Desk desk;
    private final BroughtPapers papers;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DemonstrationPeople people;
    private final StartCycle start;
    private final Cycles cycles;
    private final Clock clock;
    private String cycle = "";

    @Autowired
    PlanPapersTest(
            Desk desk,
            BroughtPapers papers,
            RuntimeService runtime,
            TaskService tasks,
            DemonstrationPeople people,
            StartCycle start,
            Cycles cycles,
            Clock clock) {
        this.desk = desk;
        this.papers = papers;
        this.runtime = runtime;
        this.tasks = tasks;
        this.people = people;
        this.start = start;
        this.cycles = cycles;
        this.clock = clock;
    }

    @BeforeEach
    void aPlanIsDrafted() {
        people.seed(Demonstration.units());
        cycle = start.start(YEARS.getAndDecrement(), "Kiểm tra hai Quy tắc ứng xử", "office")
                .cycle();
        runtime.startProcessInstanceByKey(
                "directive", cycle, Map.of("cycle", cycle, "cycleName", "Kiểm tra hai Quy tắc ứng xử"));
        desk.complete(
                desk.task(cycle, "draftPlan"),
                Map.of("units", List.copyOf(Demonstration.units().keySet())));
        desk.runJobs();
    }

    @Test
    void whoSignsReadsWhatCameWithEachOpinionAndNoMemberReadsAnothers() throws Exception {
        Task first = asked("member1");
        Task second = asked("member2");
        String opinion = papers.bring("member1", first, "YK");
        String other = papers.bring("member2", second, "YK");
        papers.seesBeside("member1", first, opinion);
        papers.doesNotSeeBeside("member1", first, other);
        papers.doesNotSeeBeside("member2", second, opinion);
        papers.isRefused("member1", first, "KH", "Không có tiêu chí");
        for (String person : List.of("qbadinhCoordinator", "council1", "nobody", "admin", "member3")) {
            papers.findsNothingBeside(person, first, "YK");
        }
        opinionsAreGiven();

        Task decide = desk.task(cycle, "decide");
        assertThat(desk.form(decide)).containsEntry("opinionFiles", 2);
        papers.seesBeside("director", decide, opinion);
        papers.seesBeside("director", decide, other);
        papers.staysAsItIs("director", decide, opinion);
        papers.isRefused("director", decide, "YK", "chỉ để xem");
        papers.reads("office", opinion);
        for (String person : List.of("member2", "headOfTeam", "qbadinhHead", "nobody", "admin")) {
            papers.doesNotRead(person, opinion);
        }

        desk.complete(decide, Map.of("decision", "return", "reason", "Bổ sung chuyên đề chợ và trung tâm thương mại"));
        papers.seesBeside("office", desk.task(cycle, "draftPlan"), opinion);
    }

    @Test
    void everybodyReadsTheSignedPlanOnceItIsIssued() throws Exception {
        opinionsAreGiven();
        desk.complete(desk.task(cycle, "decide"), Map.of("decision", "approve"));
        Task enter = desk.task(cycle, "enterIssue");
        papers.aForgedTaskIsUnknown("office", "KH");
        papers.findsNothingBeside("qbadinhHead", enter, "KH");
        String plan = papers.bring("office", enter, "KH");
        papers.seesBeside("office", enter, plan);
        for (String person : List.of("qbadinhCoordinator", "secretary", "nobody")) {
            papers.doesNotRead(person, plan);
        }

        desk.complete(
                enter,
                Map.of("documentNumber", 98, "issuedOn", LocalDate.now(clock).toString()));
        desk.runJobs();
        Task team = desk.task(cycle, "setUpTeam");
        papers.staysAsItIs("office", team, plan);
        papers.seesBeside("office", team, papers.bring("office", team, "KH"));
        papers.findsNothingBeside("qbadinhHead", team, "KH");
        for (String person : List.of("qbadinhCoordinator", "hbaviInspector", "secretary", "council1", "manager")) {
            papers.reads(person, plan);
            assertThat(papers.page(person, "/papers")).contains("Kỳ " + cycle, "/papers/" + plan);
        }
        for (String person : STRANGERS) {
            papers.doesNotRead(person, plan);
            assertThat(papers.page(person, "/papers")).doesNotContain(cycle);
        }
    }

    @Test
    void whoAcknowledgesFindsTheSignedPlanBesideTheForm() throws Exception {
        opinionsAreGiven();
        desk.complete(desk.task(cycle, "decide"), Map.of("decision", "approve"));
        String plan = papers.bring("office", desk.task(cycle, "enterIssue"), "KH");
        desk.complete(
                desk.task(cycle, "enterIssue"),
                Map.of("documentNumber", 98, "issuedOn", LocalDate.now(clock).toString()));
        cycles.configure(Trial.configuration(cycle, "q-ba-dinh", "q-tay-ho"));
        String key = cycle + "/q-ba-dinh";
        runtime.startProcessInstanceByKey("self-assessment", key, Trial.unit(cycle, "q-ba-dinh", "Quận Ba Đình"));

        Task acknowledge = desk.task(key, "acknowledge");
        assertThat(desk.form(acknowledge)).containsEntry("planFiles", 1);
        papers.seesBeside("qbadinhCoordinator", acknowledge, plan);
        papers.isRefused("qbadinhCoordinator", acknowledge, "KH", "chỉ để xem");
        assertThat(papers.page("qbadinhCoordinator", "/evidence/" + acknowledge.getId()))
                .contains("Kế hoạch kiểm tra đã ký");
        for (String person : List.of("qtayhoCoordinator", "council1", "nobody", "admin")) {
            papers.findsNothingBeside(person, acknowledge, "KH");
        }
    }

    private Task asked(String member) {
        Task task = desk.tasks(cycle, "giveOpinion").stream()
                .filter(one -> member.equals(one.getAssignee()))
                .findFirst()
                .orElseThrow();
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private void opinionsAreGiven() {
        desk.tasks(cycle, "giveOpinion").forEach(task -> desk.complete(task, Map.of("decision", "approve")));
        desk.runJobs();
    }
}
