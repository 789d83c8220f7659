package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Seats;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.directive.Teams;
import nepsong.directive.WorkingGroup;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.FormRefusedException;
import nepsong.engine.Inbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.unitfile.ReadDoneTasks;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One bloc's way through {@code bloc-inspection}: its self-assessments, its pairs and who decides on them. */
@ProcessTest
class BlocInspectionProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final Map<String, String> UNITS = new LinkedHashMap<>();
    private static final String REASON = "Hai đơn vị ở quá xa nhau, đi lại không thuận tiện";

    static {
        UNITS.put("q-ba-dinh", "Quận Ba Đình");
        UNITS.put("q-tay-ho", "Quận Tây Hồ");
        UNITS.put("q-hoan-kiem", "Quận Hoàn Kiếm");
        UNITS.put("q-long-bien", "Quận Long Biên");
    }

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final Pairs pairs;
    private final Pairings pairings;
    private final DemonstrationPeople people;
    private final People registry;
    private final DoubleInspections second;
    private final ScheduleVisit scheduling;
    private final Inspections inspections;
    private final Teams teams;
    private final Supervisions supervisions;
    private final Listings listings;
    private final Inbox inbox;
    private final ReadDoneTasks done;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    BlocInspectionProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            Pairs pairs,
            Pairings pairings,
            DemonstrationPeople people,
            People registry,
            DoubleInspections second,
            ScheduleVisit scheduling,
            Inspections inspections,
            Teams teams,
            Supervisions supervisions,
            Listings listings,
            Inbox inbox,
            ReadDoneTasks done,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.pairs = pairs;
        this.pairings = pairings;
        this.people = people;
        this.registry = registry;
        this.second = second;
        this.scheduling = scheduling;
        this.inspections = inspections;
        this.teams = teams;
        this.supervisions = supervisions;
        this.listings = listings;
        this.inbox = inbox;
        this.done = done;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void peopleAreThere() {
        people.seed(UNITS);
    }

    @AfterEach
    void theCyclesAreForgottenAndTheClockGoesBack() {
        identities.clearAuthentication();
        // The pairs of a cycle that was withdrawn do not bind the next test's.
        jdbc.sql("update cycles set withdrawn_at = started_at where code like 'bi-%'")
                .update();
        clock.reset();
    }

    @Test
    void theHeadOfTeamReturnsSwapsAndApprovesAndEveryPairIsCalledIn() {
        newCycle();
        toPairs(Map.of());
        Task first = desk.task(key(), "approvePairs");
        assertThat(first.getName()).isEqualTo("Duyệt phân công kiểm tra chéo – Khối 1");
        Object firstSeed = desk.form(first).get("seed");
        desk.complete(first, Map.of("decision", "return", "reason", REASON));

        Task second = desk.task(key(), "approvePairs");
        assertThat(desk.form(second)).containsEntry("returnReason", REASON).containsEntry("round", 2);
        assertThat(pairings.latest(cycle, "khoi-1").orElseThrow().round()).isEqualTo(2);
        assertThat(firstSeed).isNotNull();
        assertThat(pairs.of(cycle)).isEmpty();

        Map<String, String> reversed = new HashMap<>();
        List<Map<String, Object>> rows = desk.rows(second, "pairs");
        rows.forEach(row -> reversed.put((String) row.get("inspecting"), (String) row.get("inspected")));
        rows.forEach(row -> {
            row.put("inspecting", reversed.get((String) row.get("inspected")));
            row.put("swapReason", REASON);
        });
        desk.complete(second, Map.of("decision", "approve", "pairs", rows));

        assertThat(pairs.of(cycle)).hasSize(4).allSatisfy(pair -> {
            assertThat(reversed).containsEntry(pair.inspected(), pair.inspecting());
            assertThat(pairs.inspecting(cycle, pair.inspected())).contains(pair.inspecting());
            assertThat(pairs.inspectedBy(cycle, pair.inspecting())).contains(pair.inspected());
        });
        assertThat(count("select count(*) from pair_swaps where cycle = ?")).isEqualTo(4);
        assertThat(whyApproved()).contains("Quận Tây Hồ: " + REASON);
        assertThat(mails("cross-inspection.assigned")).isEqualTo(4);
        assertThat(jdbc.sql("select facts from outbox where template = 'cross-inspection.assigned' and mail_key like ?")
                        .param("%/" + cycle + "/%")
                        .query(String.class)
                        .list())
                .as("who is sent stands in the mail")
                .allMatch(facts -> UNITS.keySet().stream()
                        .map(unit ->
                                registry.find(Unit.keyOf(unit) + "Inspector").orElseThrow())
                        .anyMatch(officer -> facts.contains("\"officers\":\"" + officer.name() + "\"")));

        desk.runJobs();
        assertThat(UNITS.keySet()).allSatisfy(unit -> assertThat(desk.openTasks(cycle + "/" + unit))
                .containsExactly("userTask_schedule"));
        String inspected = pairs.of(cycle).get(0).inspected();
        assertThat(desk.task(cycle + "/" + inspected, "schedule").getName())
                .isEqualTo("Lập lịch kiểm tra – " + UNITS.get(inspected));
    }

    @Test
    void aUnitThatTheSeedDrawsIsInspectedASecondTimeByWhoeverHadNoPartInTheFirst() {
        newCycle();
        jdbc.sql("update cycle_parameters set amount = 25 where cycle = ? and code = 'double.share'")
                .param(cycle)
                .update();
        toPairs(Map.of());
        desk.complete(desk.task(key(), "approvePairs"), Map.of("decision", "approve"));
        desk.runJobs();
        String unit = DoubleDraw.of(
                        List.copyOf(UNITS.keySet()),
                        pairings.latest(cycle, "khoi-1").orElseThrow().seed(),
                        BigDecimal.valueOf(25))
                .get(0);
        assertThat(desk.openTasks(key())).containsExactly("userTask_inspectAgain");
        Task again = desk.task(key(), "inspectAgain");
        assertThat(again.getName()).isEqualTo("Kiểm tra kép – " + UNITS.get(unit));
        assertThat(again.getDueDate()).isNotNull();
        assertThat(inbox.places(List.of(again.getId()), "member3"))
                .as("the unit, and not the bloc that the task belongs to")
                .containsExactly(new Inbox.Place(again.getId(), UNITS.get(unit), cycle));
        theTablesShowTheUnit(unit, "open");
        List<Map<String, Object>> rows = desk.rows(again, "criteria");
        assertThat(rows).hasSize(31).allSatisfy(row -> assertThat(row).doesNotContainKey("selfScore"));
        rows.forEach(row -> row.put("score", row.get("max")));

        for (String involved : List.of(
                unit,
                pairs.inspecting(cycle, unit).orElseThrow(),
                pairs.inspectedBy(cycle, unit).get(0))) {
            desk.keepsOut(
                    Unit.keyOf(involved) + "Inspector",
                    Groups.TEAM_MEMBERS,
                    again,
                    Map.of("criteria", rows),
                    "Bạn công tác tại " + UNITS.get(involved));
        }
        LocalDate today = LocalDate.now((Clock) clock);
        Map.of(
                        today.plusDays(1), "Ngày kiểm tra không được ở sau hôm nay",
                        today.minusDays(1), "Ngày kiểm tra không được ở trước ngày rút thăm")
                .forEach((day, reason) -> assertThatThrownBy(
                                () -> desk.complete(again, Map.of("criteria", rows, "inspectedOn", day.toString())))
                        .hasMessageContaining(reason));
        String inspecting = pairs.inspecting(cycle, unit).orElseThrow();
        assertThat(schedule(
                        unit,
                        inspecting,
                        registry.inGroup(Groups.TEAM_MEMBERS).stream()
                                .map(Person::id)
                                .toList()))
                .as("somebody must be left for the second inspection")
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("phải còn ít nhất một thành viên Đoàn"));
        identities.setAuthentication("member3", List.of(Groups.TEAM_MEMBERS));
        assertThat(desk.form(again)).containsEntry("objection", "");
        tasks.claim(again.getId(), "member3");
        desk.complete(again, Map.of("criteria", rows));
        identities.clearAuthentication();
        desk.runJobs();

        assertThat(count("select count(*) from double_scores where cycle = ? and score is not null"))
                .isEqualTo(31);
        assertThat(count("select count(*) from scorecard_rows where cycle = ? and cross_score is not null"))
                .as("what the inspectors will give is theirs")
                .isZero();
        assertThat(second.find(cycle, unit).orElseThrow().inspectedBy()).isEqualTo("member3");
        assertThat(inspections.unitsInspectedBy("member3", cycle, List.of(unit)))
                .as("who is not impartial any more")
                .containsExactly(unit);
        assertThat(inspections.unitsInspectedBy("member4", cycle, List.of(unit)))
                .isEmpty();
        assertThat(schedule(unit, inspecting, List.of(Unit.keyOf(inspecting) + "Inspector", "member3")))
                .as("and has no part in the first inspection")
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason())
                        .endsWith("đã kiểm tra kép đơn vị này nên không tham gia cuộc kiểm tra chéo"));
        theTablesShowTheUnit(unit, "done");
        assertThat(done.read("member3", 0).rows())
                .filteredOn(one -> one.task().id().equals(again.getId()))
                .singleElement()
                .satisfies(one -> assertThat(one.unit()).isNotNull().returns(unit, Unit::code));
    }

    private List<Refusal> schedule(String unit, String inspecting, List<String> participants) {
        return scheduling.schedule(
                cycle,
                unit,
                inspecting,
                new VisitPlan(
                        scheduling.proposed(cycle, "khoi-1", unit, inspecting),
                        "Trụ sở",
                        new Visitors(participants, null),
                        true,
                        "Hồ sơ",
                        List.of("CS-A"),
                        ""),
                "secretary");
    }

    private void theTablesShowTheUnit(String unit, String state) {
        for (String table : List.of("tasks", "activity-instances")) {
            Listing listing = listings.find(table).orElseThrow();
            Map<String, String> filters = Map.of("unit", unit, "activity", "userTask_inspectAgain", "state", state);
            assertThat(listings.page(listing, ListingSearch.of(cycle, filters), 0, 10))
                    .as(table)
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("unit_name")).isEqualTo(UNITS.get(unit)));
        }
        Listing cells = listings.find("unit-stages").orElseThrow();
        Map<String, String> cell = Map.of("unit", unit, "stage", "cross-inspection");
        assertThat(listings.page(cells, ListingSearch.of(cycle, cell), 0, 10))
                .as("counted where the table of tasks shows it")
                .singleElement()
                .satisfies(row -> assertThat(row.count(state))
                        .isEqualTo(listings.count(
                                listings.find("tasks").orElseThrow(),
                                ListingSearch.of(
                                        cycle, Map.of("unit", unit, "stage", "cross-inspection", "state", state)))));
    }

    @Test
    void aWorkingGroupLooksAfterEachPairAndOneOfItWatchesTheVisit() {
        newCycle();
        Seats.give(
                teams,
                cycle,
                LocalDate.now((Clock) clock),
                List.of(
                        new WorkingGroup("Tổ 1", "member1", List.of("member2"), "Khối 2"),
                        new WorkingGroup("Tổ 2", "member3", List.of("member4"), "Khối 1; tuyên truyền")),
                "member1",
                "member2",
                "member3",
                "member4");
        toPairs(Map.of());
        Task task = desk.task(key(), "approvePairs");
        List<Map<String, Object>> rows = desk.rows(task, "pairs");
        assertThat(rows)
                .extracting(row -> row.get("group"))
                .as("the bloc is theirs")
                .containsOnly("1");
        rows.get(0).put("group", "7");
        assertThatThrownBy(() -> desk.complete(task, Map.of("decision", "approve", "pairs", rows)))
                .hasMessageContaining("Tổ công tác giám sát");
        rows.get(0).put("group", null);
        assertThatThrownBy(() -> desk.complete(task, Map.of("decision", "approve", "pairs", rows)))
                .hasMessageContaining("“Tổ công tác giám sát” phải được chọn");
        rows.get(0).put("group", "0");
        desk.complete(task, Map.of("decision", "approve", "pairs", rows));
        desk.runJobs();

        String other = rows.get(0).get("inspected").toString();
        String unit = rows.get(1).get("inspected").toString();
        assertThat(supervisions.of(cycle)).hasSize(4);
        assertThat(supervisions.of(cycle, other)).map(WorkingGroup::name).contains("Tổ 1");
        assertThat(supervisions.of(cycle, unit)).map(WorkingGroup::name).contains("Tổ 2");
        assertThat(jdbc.sql("select facts from outbox where template = 'cross-inspection.assigned' and mail_key like ?")
                        .param("%/" + cycle + "/" + unit + "/%")
                        .query(String.class)
                        .single())
                .contains("\"workingGroup\":\"Tổ 2\"");

        Task schedule = desk.task(cycle + "/" + unit, "schedule");
        Map<String, Object> form = desk.form(schedule);
        assertThat(form).containsEntry("observer", "member3");
        assertThat(form.get("workingGroup").toString()).startsWith("Tổ 2 (tổ trưởng ");
        assertThatThrownBy(() -> desk.complete(schedule, Map.of("participants", List.of("member3"))))
                .hasMessageContaining("không đồng thời là người giám sát");
        desk.complete(schedule, Map.of());
        assertThat(inspections.visitors(cycle, unit).observer()).isEqualTo("member3");
        String next = rows.get(2).get("inspected").toString();
        assertThat(desk.form(desk.task(cycle + "/" + next, "schedule")))
                .as("nobody is in two places on one day")
                .containsEntry("observer", "member4");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(cycle + "/" + unit)
                        .taskCandidateUser("member3")
                        .count())
                .isZero();
        assertThat(inspections.unitsInspectedBy("member3", cycle, List.of(unit)))
                .as("who watched is not impartial any more")
                .containsExactly(unit);
    }

    @Test
    void aSwapThatBreaksARuleIsRefusedByRow() {
        newCycle();
        toPairs(Map.of());
        Task task = desk.task(key(), "approvePairs");
        List<Map<String, Object>> twice = desk.rows(task, "pairs");
        Object other = twice.get(1).get("inspecting");
        twice.get(0).put("inspecting", other);
        twice.get(0).put("swapReason", REASON);
        assertThatThrownBy(() -> desk.complete(task, Map.of("decision", "approve", "pairs", twice)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("mỗi đơn vị kiểm tra đúng một đơn vị")
                .hasMessageContaining(UNITS.get(other.toString()));

        List<Map<String, Object>> silent = desk.rows(task, "pairs");
        silent.get(0).put("inspecting", other);
        assertThatThrownBy(() -> desk.complete(task, Map.of("decision", "approve", "pairs", silent)))
                .hasMessageContaining("Lý do đổi đơn vị kiểm tra");
        assertThat(pairs.of(cycle)).isEmpty();
    }

    @Test
    void declaredConflictsAndThePairsOfTheCycleBeforeAreAvoided() {
        newCycle();
        toPairs(Map.of());
        desk.complete(desk.task(key(), "approvePairs"), Map.of("decision", "approve"));
        HashSet<Pair> before = new HashSet<>(pairs.of(cycle));

        newCycle();
        toPairs(Map.of());
        desk.complete(desk.task(key(), "approvePairs"), Map.of("decision", "approve"));
        assertThat(pairs.of(cycle)).hasSize(4).doesNotContainAnyElementsOf(before);
    }

    @Test
    void whereNoPairingKeepsTheRulesTheHeadOfTeamDecidesWithAReason() {
        newCycle();
        toPairs(Map.of("q-ba-dinh", List.of("q-tay-ho", "q-hoan-kiem", "q-long-bien")));
        Task task = desk.task(key(), "approvePairs");
        assertThat(desk.form(task).get("infeasible").toString()).contains("Quận Ba Đình");
        assertThatThrownBy(() -> desk.complete(task, Map.of("decision", "approve")))
                .hasMessageContaining("Lý do chấp nhận nới quy tắc");
        desk.complete(task, Map.of("decision", "approve", "relaxationReason", REASON));
        assertThat(pairs.of(cycle)).hasSize(4);
        assertThat(pairings.latest(cycle, "khoi-1").orElseThrow().conflictsRelaxed())
                .isTrue();
        assertThat(whyApproved()).isEqualTo(REASON);
    }

    private void newCycle() {
        cycle = "bi-" + CYCLES.incrementAndGet();
        cycles.add(new Cycle(
                cycle, 2023, "Kỳ kiểm tra thử", null, null, Instant.now((Clock) clock), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle, 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.copyOf(UNITS.keySet()))), Map.of()));
    }

    /** Nobody submits: the windows close by themselves. */
    private void toPairs(Map<String, List<String>> conflicts) {
        runtime.startProcessInstanceByKey(
                "bloc-inspection",
                key(),
                Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử", "bloc", "khoi-1", "blocName", "Khối 1"));
        desk.runJobs();
        UNITS.keySet().forEach(unit -> {
            Map<String, Object> said = new HashMap<>(Map.of("received", true, "staffCount", 100));
            if (conflicts.containsKey(unit)) {
                said.put(
                        "conflicts",
                        conflicts.get(unit).stream()
                                .map(other ->
                                        Map.of("unit", other, "reason", "Lãnh đạo hai đơn vị có quan hệ gia đình"))
                                .toList());
            }
            desk.complete(desk.task(cycle + "/" + unit, "acknowledge"), said);
        });
        clock.forward(Duration.ofDays(90));
        desk.runJobs();
    }

    private String key() {
        return cycle + "/khoi-1";
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(cycle).query(Integer.class).single();
    }

    private String whyApproved() {
        return jdbc.sql("select reason from audit_events where action = 'pairs.approved' and cycle = ?")
                .param(cycle)
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
