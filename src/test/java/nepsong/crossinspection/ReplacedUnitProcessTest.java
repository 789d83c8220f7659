package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.LONG;
import static nepsong.crossinspection.InspectedPair.THIRD;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static nepsong.crossinspection.RingOfFive.LAST;
import static nepsong.crossinspection.RingOfFive.NEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.crossinspection.ReplaceInspectingUnit.Wish;
import nepsong.cycle.Refusal;
import nepsong.engine.SaveDraft;
import nepsong.evaluation.CollectFacts;
import nepsong.evaluation.GradedFacts;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A unit cannot come, and another inspects in its place. Tây Hồ → Ba Đình → Hoàn Kiếm → Long Biên → Cầu Giấy → Tây Hồ. */
@ProcessTest
class ReplacedUnitProcessTest {

    private static final String FLOOD = "Quận bị ngập sau bão, toàn bộ cán bộ đi chống lũ";

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Pairs pairs;
    private final Pairings pairings;
    private final Inspections inspections;
    private final ReplaceInspectingUnit replacing;
    private final RescheduleVisit rescheduling;
    private final AskForExtension asking;
    private final SaveDraft drafts;
    private final CollectFacts facts;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final IdentityService identities;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final MockMvc browser;

    @Autowired
    ReplacedUnitProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            Pairs pairs,
            Pairings pairings,
            Inspections inspections,
            ReplaceInspectingUnit replacing,
            RescheduleVisit rescheduling,
            AskForExtension asking,
            SaveDraft drafts,
            CollectFacts facts,
            WorkingCalendar calendar,
            TaskService tasks,
            IdentityService identities,
            JdbcClient jdbc,
            MovableClock clock,
            TransactionTemplate transaction,
            WebApplicationContext context) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.pairs = pairs;
        this.pairings = pairings;
        this.inspections = inspections;
        this.replacing = replacing;
        this.rescheduling = rescheduling;
        this.asking = asking;
        this.drafts = drafts;
        this.facts = facts;
        this.calendar = calendar;
        this.tasks = tasks;
        this.identities = identities;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void theBlocIsPaired() {
        RingOfFive.begin(pair, pairings);
    }

    /** The pairs of a cycle that was withdrawn do not bind the next test's. */
    @AfterEach
    void theCycleIsForgotten() {
        clock.reset();
        jdbc.sql("update cycles set withdrawn_at = started_at where code = ?")
                .param(pair.cycle())
                .update();
    }

    @Test
    void beforeAVisitIsScheduledTheOtherUnitSimplyInspects() throws Exception {
        assertThat(page("headOfTeam"))
                .contains(
                        "Thay đơn vị kiểm tra",
                        "Quận Tây Hồ",
                        "Chưa lập",
                        "Quận Hoàn Kiếm</span>: <span>do đơn vị này kiểm tra")
                .containsSubsequence("<option value=\"" + NEXT, "<option value=\"" + LAST)
                .doesNotContain("<option value=\"" + THIRD, "<option value=\"" + UNIT, "<option value=\"" + INSPECTING);
        assertThat(answer("/visits/" + pair.cycle() + "/" + UNIT, "headOfTeam").getRedirectedUrl())
                .isEqualTo("/visits/" + pair.cycle() + "/" + UNIT + "/inspecting");
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "headOfTeam"))
                .contains("/visits/" + pair.cycle() + "/" + UNIT + "/inspecting");

        assertThat(submit("headOfTeam", INSPECTING, NEXT, FLOOD))
                .contains("Đã thay đơn vị kiểm tra", "Các lần thay", FLOOD, pair.nameOf("headOfTeam"));
        assertThat(pairs.inspecting(pair.cycle(), UNIT)).contains(NEXT);
        assertThat(pairs.inspectedBy(pair.cycle(), NEXT)).containsExactly(UNIT, LAST);
        assertThat(pairs.inspectedBy(pair.cycle(), INSPECTING)).isEmpty();
        assertThat(told("cross-inspection.taken-over")).containsExactly("qlongbienInspector");
        assertThat(told("cross-inspection.relieved")).containsExactly("qtayhoInspector");
        assertThat(told("cross-inspection.replaced"))
                .containsExactlyInAnyOrder("qbadinhCoordinator", "qbadinhHead", "secretary");
        assertThat(jdbc.sql(
                                "select actor || ': ' || before_values || ' -> ' || after_values from audit_events where cycle = ? and unit = ? and action = 'pairs.replaced'")
                        .params(pair.cycle(), UNIT)
                        .query(String.class)
                        .single())
                .startsWith("headOfTeam: ")
                .containsSubsequence(INSPECTING, " -> ", NEXT);
        String sentence = "giao Quận Long Biên kiểm tra Quận Ba Đình thay Quận Tây Hồ";
        for (String unit : List.of(UNIT, INSPECTING, NEXT)) {
            assertThat(get("/units/" + unit + "?cycle=" + pair.cycle(), "secretary"))
                    .as(unit)
                    .contains(sentence, FLOOD);
        }

        assertThat(desk.form(pair.task("schedule"))).containsEntry("inspectingName", "Quận Long Biên");
        pair.complete("schedule", Map.of());
        assertThat(inspections.get(pair.cycle(), UNIT).inspecting()).isEqualTo(NEXT);
        assertThat(inspections.visitors(pair.cycle(), UNIT).participants()).containsExactly("qlongbienInspector");
        assertThat(groups(pair.task("inspect"))).containsExactly(Groups.inspectorAt(NEXT));
        assertThat(done()).containsEntry(INSPECTING, true).containsEntry(NEXT, false);
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        assertThat(refused(new Wish(NEXT, LAST, FLOOD), "headOfTeam")).contains("phiếu kiểm tra đã nộp");
        assertThat(answer(path(), "headOfTeam").getStatus()).isEqualTo(404);
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "headOfTeam"))
                .doesNotContain("/inspecting");
    }

    /** By unit, whether it did the inspections that it was given. */
    private Map<String, Boolean> done() {
        return facts.collect(pair.cycle()).stream()
                .collect(Collectors.toMap(GradedFacts::unit, GradedFacts::crossInspectionDone));
    }

    @Test
    void aPlannedVisitStaysAndItsSheetIsTheOtherUnitsAnew() throws Exception {
        pair.complete("schedule", Map.of("participants", List.of("qtayhoInspector", "member1")));
        Task sheet = pair.task("inspect");
        LocalDate due = inspections.get(pair.cycle(), UNIT).dueOn();
        tasks.claim(sheet.getId(), "qtayhoInspector");
        assertThat(drafts.save(
                        sheet.getId(),
                        "qtayhoInspector",
                        Map.of("opinionOnTheSpot", "Mới ghi một nửa"),
                        SaveDraft.Page.NONE))
                .isPresent();
        assertThat(asking.ask(sheet.getId(), "qtayhoInspector", calendar.plus(due, 2), LONG))
                .isEmpty();

        assertThat(submit("headOfTeam", INSPECTING, NEXT, FLOOD)).contains("Đã thay đơn vị kiểm tra");
        Task anew = pair.task("inspect");
        assertThat(anew.getId()).isNotEqualTo(sheet.getId());
        assertThat(anew.getAssignee()).isNull();
        assertThat(anew.getName()).isEqualTo(sheet.getName());
        assertThat(anew.getDueDate()).isEqualTo(sheet.getDueDate());
        assertThat(groups(anew)).containsExactly(Groups.inspectorAt(NEXT));
        assertThat(desk.form(anew))
                .containsEntry("inspectingName", "Quận Long Biên")
                .doesNotContainValue("Mới ghi một nửa");
        assertThat(inspections.get(pair.cycle(), UNIT).inspecting()).isEqualTo(NEXT);
        assertThat(inspections.visitors(pair.cycle(), UNIT)).isEqualTo(new Visitors(List.of("member1"), null));
        assertThat(facts("cross-inspection.relieved", "qtayhoInspector"))
                .contains("\"calledOff\":\"true\"", "\"sequence\":\"1\"");
        assertThat(facts("cross-inspection.taken-over", "qlongbienInspector"))
                .contains("\"calledOff\":\"false\"", FLOOD, "VISIT_NOTICE");
        assertThat(told("cross-inspection.replaced"))
                .containsExactlyInAnyOrder("qbadinhCoordinator", "qbadinhHead", "secretary", "member1");
        assertThat(facts("cross-inspection.replaced", "secretary")).contains("\"toName\":\"true\"");

        pair.complete("decideExtension", Map.of("decision", "approve"));
        assertThat(inspections.get(pair.cycle(), UNIT).dueOn())
                .as("asked for by who was excused")
                .isEqualTo(due);
        assertThat(asking.ask(anew.getId(), "qlongbienInspector", calendar.plus(due, 2), LONG))
                .as("the new unit has a wish of its own")
                .isEmpty();
        assertThat(rescheduling.find(pair.cycle(), UNIT, "qtayhoInspector")).isEmpty();
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        assertThat(rescheduling.reschedule(
                        pair.cycle(),
                        UNIT,
                        new VisitMove(
                                planned.plannedAt(),
                                planned.place(),
                                new Visitors(List.of("member1", "qlongbienInspector"), null),
                                LONG),
                        "secretary"))
                .isEmpty();
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        pair.complete("writeMinutes", Map.of());
        assertThat(pair.ended()).isTrue();
        assertThat(done())
                .containsEntry(INSPECTING, true)
                .containsEntry(NEXT, false)
                .containsEntry(LAST, false);
    }

    @Test
    void whatIsAskedAgainstTheRulesOrTooLateIsRefusedInWords() throws Exception {
        assertThat(refused(new Wish(INSPECTING, THIRD, FLOOD), "headOfTeam"))
                .contains("Quận Hoàn Kiếm không kiểm tra thay được", "không kiểm tra lẫn nhau");
        for (String none : List.of(UNIT, INSPECTING, "so-y-te", "")) {
            assertThat(refused(new Wish(INSPECTING, none, FLOOD), "headOfTeam"))
                    .as(none)
                    .contains("hãy chọn một đơn vị khác cùng khối");
        }
        assertThat(submit("headOfTeam", INSPECTING, LAST, "Ngắn quá"))
                .contains("20 đến 20.000", "Ngắn quá", "<option value=\"" + LAST + "\" selected");
        assertThat(pairs.inspecting(pair.cycle(), UNIT)).contains(INSPECTING);
        assertThat(told("cross-inspection.replaced")).isEmpty();

        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).isEmpty();
        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam"))
                .as("a double click")
                .contains("hiện nay là Quận Long Biên");
        assertThat(refused(new Wish(NEXT, LAST, FLOOD), "headOfTeam"))
                .as("once more")
                .isEmpty();
        assertThat(told("cross-inspection.relieved"))
                .containsExactlyInAnyOrder("qtayhoInspector", "qlongbienInspector");
        assertThat(refused(new Wish(LAST, INSPECTING, FLOOD), "headOfTeam"))
                .as("and back to the first")
                .isEmpty();
        assertThat(pairs.of(pair.cycle())).containsExactlyInAnyOrderElementsOf(RingOfFive.PAIRS);
    }

    @Test
    void aUnitThatInspectsTwoTakesNoThird() {
        pair.callIn(INSPECTING, "Quận Tây Hồ", LAST, "Quận Cầu Giấy");
        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).isEmpty();
        assertThat(reasons(replacing.replace(pair.cycle(), INSPECTING, new Wish(LAST, NEXT, FLOOD), "headOfTeam")))
                .contains("đã được giao kiểm tra 2 đơn vị");
        assertThat(reasons(replacing.replace(pair.cycle(), INSPECTING, new Wish(LAST, THIRD, FLOOD), "headOfTeam")))
                .isEmpty();
    }

    @Test
    void onlyTheHeadOfThisCyclesTeamReplacesAndOnlyWhileTheCycleRuns() throws Exception {
        identities.createMembership("director", Groups.HEAD_OF_TEAM);
        try {
            for (String other : List.of(
                    "director",
                    "secretary",
                    "office",
                    "member1",
                    "manager",
                    "admin",
                    "qtayhoInspector",
                    "qbadinhHead")) {
                assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), other))
                        .as(other)
                        .contains("không phải Trưởng đoàn của kỳ này");
                assertThat(answer(path(), other).getStatus()).as(other).isEqualTo(404);
                assertThat(post(other, INSPECTING, NEXT).getStatus()).as(other).isEqualTo(404);
            }
        } finally {
            identities.deleteMembership("director", Groups.HEAD_OF_TEAM);
        }
        theCycleIsForgotten();
        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).contains("kỳ kiểm tra đã dừng");
        assertThat(pairs.inspecting(pair.cycle(), UNIT)).contains(INSPECTING);
    }

    @Test
    void ofAnUnannouncedVisitTheUnitHearsNothing() throws Exception {
        pair.complete(
                "schedule",
                Map.of(
                        "announcement",
                        "unannounced",
                        "plannedAt",
                        calendar.plus(pair.today(), 1).atTime(9, 0).toString()));
        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).isEmpty();
        assertThat(told("cross-inspection.replaced")).containsExactly("secretary");
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "qbadinhHead"))
                .doesNotContain(FLOOD, "Long Biên");
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "secretary"))
                .contains(FLOOD);
    }

    @Test
    void afterTheDayItIsSaidThatTheSecretaryIsToMoveTheVisit() throws Exception {
        pair.complete("schedule", Map.of());
        String ahead = "chưa đổi thì phiếu của đơn vị mới quá hạn theo lịch cũ";
        assertThat(page("headOfTeam")).doesNotContain(ahead);
        clock.forward(Duration.between(
                Instant.now((Clock) clock),
                inspections.get(pair.cycle(), UNIT).plannedAt().plusDays(1).atZone(WorkingCalendar.ZONE)));

        assertThat(page("headOfTeam")).contains(ahead);
        assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).isEmpty();
        assertThat(facts("cross-inspection.replaced", "secretary")).contains("\"past\":\"true\"");
        assertThat(facts("cross-inspection.taken-over", "qlongbienInspector")).contains("\"past\":\"true\"");
        assertThat(get("/visits/" + pair.cycle() + "/" + UNIT, "secretary"))
                .contains("hãy chọn thời gian mới dưới đây");
    }

    @Test
    void ofTwoAtOnceOneIsDone() throws Exception {
        pair.complete("schedule", Map.of());
        List<Callable<List<Refusal>>> both = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(2);
        for (String to : List.of(NEXT, LAST)) {
            both.add(() -> {
                together.countDown();
                together.await();
                return replacing.replace(pair.cycle(), UNIT, new Wish(INSPECTING, to, FLOOD), "headOfTeam");
            });
        }
        List<String> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Future<List<Refusal>> answer : threads.invokeAll(both)) {
            answers.add(reasons(answer.get()));
        }
        threads.shutdown();
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(jdbc.sql("select count(*) from pair_replacements where cycle = ?")
                        .param(pair.cycle())
                        .query(Integer.class)
                        .single())
                .isOne();
        String now = pairs.inspecting(pair.cycle(), UNIT).orElseThrow();
        assertThat(groups(pair.task("inspect"))).containsExactly(Groups.inspectorAt(now));
    }

    @Test
    void aVisitIsNotMovedUnderTheHandsOfWhoeverGotItsSheetMeanwhile() throws Exception {
        pair.complete("schedule", Map.of("participants", List.of("qtayhoInspector", "member1")));
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        VisitMove move = new VisitMove(
                calendar.plus(planned.plannedAt().toLocalDate(), 2).atTime(14, 0),
                planned.place(),
                new Visitors(List.of("member1"), null),
                LONG);
        ExecutorService thread = Executors.newSingleThreadExecutor();

        Future<List<Refusal>> moving = transaction.execute(status -> {
            assertThat(refused(new Wish(INSPECTING, NEXT, FLOOD), "headOfTeam")).isEmpty();
            Future<List<Refusal>> asked =
                    thread.submit(() -> rescheduling.reschedule(pair.cycle(), UNIT, move, "secretary"));
            assertThatThrownBy(() -> asked.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return asked;
        });

        assertThat(reasons(moving.get())).contains("vừa sang bước khác");
        assertThat(inspections.get(pair.cycle(), UNIT).plannedAt()).isEqualTo(planned.plannedAt());
        thread.shutdown();
    }

    private String refused(Wish wish, String person) {
        return reasons(replacing.replace(pair.cycle(), UNIT, wish, person));
    }

    private static String reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" · "));
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private List<String> told(String event) {
        return jdbc.sql("select recipient_person from outbox where mail_key like ?")
                .param(event + "/" + pair.cycle() + "/%")
                .query(String.class)
                .list();
    }

    private String facts(String event, String person) {
        return jdbc.sql("select facts from outbox where mail_key like ? and recipient_person = ?")
                .params(event + "/" + pair.cycle() + "/%", person)
                .query(String.class)
                .single();
    }

    private String path() {
        return "/visits/" + pair.cycle() + "/" + UNIT + "/inspecting";
    }

    private String page(String person) throws Exception {
        return get(path(), person);
    }

    private MockHttpServletResponse post(String person, String from, String to) throws Exception {
        return browser.perform(MockMvcRequestBuilders.post(path())
                        .with(user(person))
                        .with(csrf())
                        .param("from", from)
                        .param("to", to)
                        .param("reason", FLOOD))
                .andReturn()
                .getResponse();
    }

    /** What the page says afterwards. */
    private String submit(String person, String from, String to, String reason) throws Exception {
        var answer = browser.perform(MockMvcRequestBuilders.post(path())
                        .with(user(person))
                        .with(csrf())
                        .param("from", from)
                        .param("to", to)
                        .param("reason", reason))
                .andReturn();
        return browser.perform(
                        MockMvcRequestBuilders.get(path()).with(user(person)).flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String get(String path, String person) throws Exception {
        return answer(path, person).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path, String person) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).with(user(person)))
                .andReturn()
                .getResponse();
    }
}
