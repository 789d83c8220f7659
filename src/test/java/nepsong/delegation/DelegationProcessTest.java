package nepsong.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.Inbox;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may stand in for whom, and what a substitute sees and does. */
@ProcessTest
class DelegationProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final Set<TaskKind> ALL = EnumSet.allOf(TaskKind.class);
    private static final String UNIT = "q-tay-ho";
    private static final String COORDINATOR = "qtayhoCoordinator";
    private static final String INSPECTOR = "qtayhoInspector";

    private static final List<String> OFFERING = List.of("Việc của nhóm tôi", "Chưa có người nhận", "Quá hạn");

    @Autowired
    Desk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    Cycles cycles;

    @Autowired
    RecordFindings recording;

    @Autowired
    DemonstrationPeople seeds;

    @Autowired
    People people;

    @Autowired
    NameSubstitute naming;

    @Autowired
    EndDelegation ending;

    @Autowired
    EndLapsedDelegations lapsed;

    @Autowired
    StandIns standIns;

    @Autowired
    EvidencePieces evidence;

    @Autowired
    Delegations delegations;

    @Autowired
    DelegatedActs acts;

    @Autowired
    DelegatedTasks delegated;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    FilterService filters;

    @Autowired
    Inbox counts;

    @Autowired
    JdbcClient jdbc;

    private String cycle = "";

    @BeforeEach
    void thereIsACycle() {
        seeds.seed(Map.of(UNIT, "Quận Tây Hồ", "q-ha-dong", "Quận Hà Đông"));
        cycle = "del-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
    }

    @AfterEach
    void everythingIsAsItWas() {
        identities.clearAuthentication();
        delegations.all().forEach(one -> ending.end(one.id(), one.principal()));
        clock.reset();
    }

    @Test
    void aSubstituteGetsOpenAndNewTasksAndWhatTheyDoIsMarked() {
        find();
        assertThat(inboxOf("office")).isEmpty();

        assertThat(name("secretary", "office")).isEmpty();

        assertThat(inboxOf("office")).as("what was open").containsExactly("userTask_assignCorrection");
        find();
        assertThat(inboxOf("office")).as("what is made meanwhile").hasSize(2);
        assertThat(inboxOf("secretary")).as("the holder keeps sight").hasSize(2);
        assertThat(jdbc.sql(
                                "select count(*) from outbox where recipient_person = 'office' and mail_key like 'task.assigned/%' and facts like ?")
                        .param("%thay mặt%\"" + cycle + "\"%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        Task task = inbox("office").get(0);
        as("office", () -> {
            tasks.claim(task.getId(), "office");
            desk.bringEvidence(tasks.createTaskQuery().taskId(task.getId()).singleResult());
            tasks.complete(task.getId(), Map.of());
        });
        assertThat(acts.of(Affair.ofCycle(cycle))).singleElement().satisfies(act -> {
            assertThat(act.principal()).isEqualTo("secretary");
            assertThat(act.substitute()).isEqualTo("office");
            assertThat(act.step()).isEqualTo("correction.assign-correction");
        });
        assertThat(jdbc.sql(
                                """
                                select actor || ' for ' || on_behalf_of from audit_events
                                where action = 'delegation.acted' and cycle = ? and unit = ?
                                """)
                        .params(cycle, UNIT)
                        .query(String.class)
                        .list())
                .containsExactly("office for secretary");
        assertThat(jdbc.sql(
                                "select distinct action || ' for ' || on_behalf_of from audit_events where actor = 'office' and cycle = ? and action <> 'file.viewed'")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .as("everything that was done")
                .containsExactlyInAnyOrder(
                        "delegation.claimed for secretary",
                        "evidence.added for secretary",
                        "task.completed for secretary",
                        "delegation.acted for secretary");
        assertThat(evidence.of(cycle, UNIT, List.of(EvidenceKind.values())))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(standIns.named(piece.addedBy(), piece.addedFor()))
                        .isEqualTo(standIns.named("office", "secretary"))
                        .contains(" (thay mặt "));
        assertThat(standIns.author("office", new Affair(cycle, UNIT), "correction.assign-correction"))
                .isEqualTo(standIns.named("office", "secretary"));
        assertThat(standIns.author("office", new Affair(cycle, UNIT), "correction.verify-correction"))
                .isEqualTo(standIns.named("office", null));
        assertThat(jdbc.sql(
                                "select count(*) from audit_events where action = 'delegation.named' and actor = 'secretary'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoHasLostTheRoleStandsInNoMore() {
        find();
        assertThat(name("secretary", "office")).isEmpty();
        Task task = inbox("office").get(0);
        as("office", () -> tasks.claim(task.getId(), "office"));
        desk.bringEvidence(tasks.createTaskQuery().taskId(task.getId()).singleResult());
        identities.deleteMembership("office", Groups.STANDING_OFFICE);
        try {
            as("office", () -> assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of()))
                    .as("at the moment of work")
                    .hasMessageContaining("không còn vai trò ngang"));
            find();
            assertThat(inboxOf("office")).as("nothing new").hasSize(1);

            lapsed.end();

            assertThat(inboxOf("office")).as("in the morning").isEmpty();
            assertThat(delegations.of("secretary").get(0).endedAt()).isNotNull();
            assertThat(jdbc.sql(
                                    "select reason from audit_events where action = 'delegation.ended' order by id desc fetch first 1 row only")
                            .query(String.class)
                            .single())
                    .contains("không còn vai trò ngang");
        } finally {
            identities.createMembership("office", Groups.STANDING_OFFICE);
        }
    }

    @Test
    void aConflictOfInterestThatCameUpSinceIsSeenWhenTheWorkIsDone() {
        find();
        assertThat(name("secretary", "office")).isEmpty();
        Task task = inbox("office").get(0);
        as("office", () -> tasks.claim(task.getId(), "office"));
        desk.bringEvidence(tasks.createTaskQuery().taskId(task.getId()).singleResult());
        identities.createMembership("office", Groups.coordinatorAt(UNIT));
        try {
            as("office", () -> assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of()))
                    .hasMessageContaining("đơn vị của bạn"));
            find();
            assertThat(inboxOf("office")).as("nothing of their own unit").hasSize(1);
        } finally {
            identities.deleteMembership("office", Groups.coordinatorAt(UNIT));
        }
    }

    @Test
    void theTasksGoBackWhenItEnds() {
        find();
        desk.bringEvidence(task("assignCorrection"));
        desk.complete(task("assignCorrection"), Map.of());
        Task report = task("reportCorrection");
        as(COORDINATOR, () -> tasks.claim(report.getId(), COORDINATOR));
        assertThat(name(COORDINATOR, INSPECTOR)).isEmpty();

        assertThat(task("reportCorrection").getAssignee())
                .as("set free, for either of them")
                .isNull();
        as(INSPECTOR, () -> tasks.claim(report.getId(), INSPECTOR));
        assertThat(ending.end(delegations.of(COORDINATOR).get(0).id(), COORDINATOR))
                .isEmpty();

        assertThat(task("reportCorrection").getAssignee()).isEqualTo(COORDINATOR);
        assertThat(inboxOf(INSPECTOR)).isEmpty();
        assertThat(acts.of(Affair.ofCycle(cycle))).isEmpty();
    }

    @Test
    void whatIsDelegatedStandsInTheInboxesOfBoth() {
        find();
        desk.bringEvidence(task("assignCorrection"));
        desk.complete(task("assignCorrection"), Map.of());
        Task report = task("reportCorrection");
        report.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(1))));
        tasks.saveTask(report);
        as(COORDINATOR, () -> tasks.claim(report.getId(), COORDINATOR));
        assertThat(offered("office", "Việc của nhóm tôi")).isEmpty();

        assertThat(name(COORDINATOR, INSPECTOR)).isEmpty();
        // What is the substitute's and the principal's by name alone.
        tasks.deleteCandidateGroup(report.getId(), "coordinatorAtqtayho");

        for (String person : List.of(COORDINATOR, INSPECTOR)) {
            for (String inbox : OFFERING) {
                assertThat(offered(person, inbox)).as(person + ": " + inbox).containsExactly(report.getId());
            }
            assertThat(counts.counts(person)).containsAllEntriesOf(countedByTheFilters(person));
        }
    }

    private List<String> offered(String person, String inbox) {
        List<String> seen = new ArrayList<>();
        String filter =
                filters.createFilterQuery().filterName(inbox).singleResult().getId();
        as(person, () -> filters.<Task, TaskQuery>listPage(
                        filter, tasks.createTaskQuery().processInstanceBusinessKey(cycle + "/" + UNIT), 0, 100)
                .forEach(task -> seen.add(task.getId())));
        return seen;
    }

    private Map<String, Integer> countedByTheFilters(String person) {
        Map<String, Integer> counted = new HashMap<>();
        for (String inbox : OFFERING) {
            String filter =
                    filters.createFilterQuery().filterName(inbox).singleResult().getId();
            as(person, () -> counted.put(inbox, filters.count(filter).intValue()));
        }
        return counted;
    }

    @Test
    void aDelegationBeginsAndEndsOnItsDays() {
        find();
        LocalDate from = today().plusDays(2);
        assertThat(naming.name("secretary", "secretary", "office", from, from.plusDays(1), ALL))
                .isEmpty();
        assertThat(inboxOf("office")).isEmpty();
        List<Integer> seen = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            clock.forward(Duration.ofDays(1));
            delegated.bringInLine();
            seen.add(inboxOf("office").size());
        }
        assertThat(seen).containsExactly(0, 1, 1, 0, 0);
    }

    @Test
    void otherKindsOfTasksStayWhereTheyAre() {
        assertThat(naming.name("secretary", "secretary", "office", today(), today(), Set.of(TaskKind.EVALUATION)))
                .isEmpty();
        find();
        assertThat(inboxOf("office")).isEmpty();
    }

    @Test
    void aVoteIsOfNoKind() {
        assertThat(TaskKind.of("commendation", "userTask_vote")).isEmpty();
        assertThat(TaskKind.of("commendation", "userTask_appraise")).contains(TaskKind.COMMENDATION);
    }

    @Test
    void onlyEqualsStandInForEachOther() {
        for (List<String> pair : List.of(
                List.of("member1", "appraiser1"),
                List.of("secretary", "headOfTeam"),
                List.of(COORDINATOR, "qtayhoHead"),
                List.of(COORDINATOR, "qhadongCoordinator"),
                List.of("office", "manager"),
                List.of("admin", "office"))) {
            assertThat(reasons(name(pair.get(0), pair.get(1))))
                    .as(pair.toString())
                    .contains("không có vai trò ngang");
        }
        assertThat(reasons(name("member1", "qtayhoHead"))).isEqualTo(reasons(name("member1", "nobodyAtAll")));
        assertThat(name("headOfTeam", "director")).isEmpty();
        assertThat(name(COORDINATOR, INSPECTOR)).isEmpty();
        assertThat(name("member1", "member2")).isEmpty();
    }

    @Test
    void selfOverlapsLoopsAndStrangersAreRefused() {
        assertThat(reasons(name("member1", "member1"))).contains("chính mình");
        assertThat(name("member1", "member2")).isEmpty();
        assertThat(reasons(name("member1", "member3"))).contains("trùng thời gian");
        assertThat(reasons(name("member2", "member1"))).contains("vòng lại");
        assertThat(reasons(name("member2", "member3"))).contains("nối tiếp");
        assertThat(reasons(name("member3", "member1"))).contains("nối tiếp");
        assertThat(reasons(naming.name("member3", "member4", "member5", today(), today(), ALL)))
                .contains("Chỉ chính người đó hoặc quản trị");
        assertThat(naming.name("admin", "member4", "member5", today(), today(), ALL))
                .isEmpty();
        assertThat(reasons(naming.name("member3", "member3", "member1", today().minusDays(1), today(), ALL)))
                .contains("quá khứ");
        assertThat(reasons(naming.name("appraiser1", "appraiser1", "appraiser2", today(), today(), Set.of())))
                .contains("ít nhất một loại việc");
    }

    private List<Refusal> name(String principal, String substitute) {
        return naming.name(principal, principal, substitute, today(), today().plusDays(3), ALL);
    }

    private static String reasons(List<Refusal> refusals) {
        return String.join("; ", refusals.stream().map(Refusal::reason).toList());
    }

    private void find() {
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "secretary",
                        List.of(new NewFinding("BOARD_FADED", "MINOR", "Bộ phận một cửa", "Bảng bạc màu", "CS-C1"))))
                .isEmpty();
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }

    private List<String> inboxOf(String person) {
        return inbox(person).stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** What the person sees in Tasklist of this cycle: the authorizations decide. */
    private List<Task> inbox(String person) {
        List<Task> seen = new ArrayList<>();
        as(
                person,
                () -> seen.addAll(tasks.createTaskQuery()
                        .processInstanceBusinessKey(cycle + "/" + UNIT)
                        .listPage(0, 100)));
        return seen;
    }

    private void as(String person, Runnable work) {
        identities.setAuthentication(person, List.copyOf(people.groupsOf(person)));
        try {
            work.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
