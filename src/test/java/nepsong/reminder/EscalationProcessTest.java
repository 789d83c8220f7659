package nepsong.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.notification.Mail;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.Escalation.Reason;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a late task is reported to, what they and its holder may then do, and who steps in for a role without people. */
@ProcessTest
class EscalationProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-long-bien";
    private static final String COORDINATOR = "qlongbienCoordinator";
    private static final String HEAD = "qlongbienHead";

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
    WorkingCalendar calendar;

    @Autowired
    EscalateOverdue escalate;

    @Autowired
    SendDigests digests;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    private final List<String> started = new ArrayList<>();
    private String cycle = "";

    @BeforeEach
    void theUnitOwesAReport() {
        seeds.seed(Map.of(UNIT, "Quận Long Biên"));
        cycle = "esc-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "secretary",
                        List.of(new NewFinding("BOARD_FADED", "MINOR", "Bộ phận một cửa", "Bảng bạc màu", "CS-C1"))))
                .isEmpty();
        Task assign = desk.task(affair(), "assignCorrection");
        desk.bringEvidence(assign);
        desk.complete(assign, Map.of());
    }

    @AfterEach
    void everythingIsAsItWas() {
        identities.clearAuthentication();
        if (people.inGroup(Groups.coordinatorAt(UNIT)).isEmpty()) {
            identities.createMembership(COORDINATOR, Groups.coordinatorAt(UNIT));
        }
        instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(affair())
                .list()
                .forEach(one -> instances.deleteProcessInstance(one.getId(), "test"));
        started.forEach(one -> instances.deleteProcessInstance(one, "test"));
        clock.reset();
    }

    @Test
    void aLateTaskIsReportedToTheHeadWhoSeesItWhileItsHolderKeepsIt() {
        Task report = report();
        assertThat(told("correction.assigned")).containsExactly(COORDINATOR);
        as(COORDINATOR, () -> tasks.claim(report.getId(), COORDINATOR));
        lateBy(1);

        escalate.escalate();
        escalate.escalate();

        assertThat(escalations.of(new Affair(cycle, UNIT))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.OVERDUE);
            assertThat(one.group()).isEqualTo(Groups.headAt(UNIT));
        });
        assertThat(audited()).containsExactly("escalation.overdue");
        assertThat(told("task.overdue")).containsExactly(HEAD);
        assertThat(seenBy(HEAD)).as("the head looks on").containsExactly(report.getId());
        as(HEAD, () -> assertThatThrownBy(() -> tasks.complete(report.getId())).isInstanceOf(RuntimeException.class));
        assertThat(report().getAssignee()).as("the holder keeps it").isEqualTo(COORDINATOR);
        assertThat(seenBy(COORDINATOR)).containsExactly(report.getId());

        lateBy(5);
        escalate.escalate();
        assertThat(told("task.overdue-list")).contains("headOfTeam");
        assertThat(seenBy(COORDINATOR)).containsExactly(report.getId());
        assertThat(audited()).containsExactly("escalation.overdue", "escalation.overdue");
    }

    @Test
    void fortyLateTasksAreOneMailToTheHeadAndOneToEachAboveAndTheMorningsMailCarriesBoth() {
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "secretary",
                        IntStream.range(0, 39)
                                .mapToObj(i ->
                                        new NewFinding("BOARD_FADED", "MINOR", "Phòng " + i, "Bảng bạc màu", "CS-C1"))
                                .toList()))
                .isEmpty();
        for (Task assign : desk.tasks(affair(), "assignCorrection")) {
            desk.bringEvidence(assign);
            desk.complete(assign, Map.of());
        }
        List<Task> late = desk.tasks(affair(), "reportCorrection");
        assertThat(late).hasSize(40);
        lateBy(5);

        escalate.escalate();
        digests.send();

        assertThat(told("task.overdue")).containsExactly(HEAD);
        assertThat(told("task.overdue-list")).contains("headOfTeam").doesNotHaveDuplicates();
        assertThat(jdbc.sql("select facts from outbox where template = 'task.overdue-list' and facts like :cycle")
                        .param("cycle", "%\"" + cycle + "\"%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts).contains("\"count\":\"1 đơn vị\""));
        String digest = jdbc.sql(
                        """
                        select c.facts from outbox m join outbox c on c.id = m.gathered_in
                        where m.template = 'task.overdue' and m.recipient_person = :head and m.facts like :cycle
                        """)
                .param("head", HEAD)
                .param("cycle", "%\"" + cycle + "\"%")
                .query(String.class)
                .single();
        assertThat(late).allSatisfy(task -> assertThat(digest).contains(Mail.linkToTask(task.getId())));
    }

    @Test
    void aRoleWithoutAPersonIsStoodInForByItsLeaderAndWhoeverComesBackStillHasTheTask() {
        Task report = report();
        identities.deleteMembership(COORDINATOR, Groups.coordinatorAt(UNIT));
        assertThat(seenBy(HEAD)).isEmpty();

        escalate.escalate();

        assertThat(escalations.of(new Affair(cycle, UNIT))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.UNATTENDED);
            assertThat(one.group()).isEqualTo(Groups.headAt(UNIT));
        });
        assertThat(audited()).containsExactly("escalation.unattended");
        assertThat(told("task.unattended")).containsExactly(HEAD);
        identities.createMembership(COORDINATOR, Groups.coordinatorAt(UNIT));
        assertThat(seenBy(COORDINATOR)).as("offered as before").containsExactly(report.getId());
        as(HEAD, () -> tasks.claim(report.getId(), HEAD));
        assertThat(report().getAssignee()).isEqualTo(HEAD);
        assertThat(seenBy(COORDINATOR)).as("still in sight").containsExactly(report.getId());
    }

    @Test
    void whoHasNoAccountAnyMoreHoldsNothing() {
        Task report = report();
        tasks.setAssignee(report.getId(), "nguoiDaNghi");

        escalate.escalate();
        assertThat(report().getAssignee())
                .as("whoever it was offered to may take it on")
                .isNull();
        assertThat(escalations.of(new Affair(cycle, UNIT))).isEmpty();

        tasks.setAssignee(report.getId(), "nguoiDaNghi");
        identities.deleteMembership(COORDINATOR, Groups.coordinatorAt(UNIT));
        escalate.escalate();
        assertThat(escalations.of(new Affair(cycle, UNIT))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.UNATTENDED);
            assertThat(one.group()).isEqualTo(Groups.headAt(UNIT));
        });
        as(HEAD, () -> tasks.claim(report.getId(), HEAD));
        assertThat(report().getAssignee()).isEqualTo(HEAD);
    }

    @Test
    void aNominationThatAPersonStartedBelongsToItsUnitAndCycle() {
        nominate("khen-thuong/" + cycle, Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"));
        nominate("khen-thuong/giua-ky-" + cycle, Map.of());
        identities.deleteMembership(HEAD, Groups.headAt(UNIT));
        try {
            escalate.escalate();
        } finally {
            identities.createMembership(HEAD, Groups.headAt(UNIT));
        }
        assertThat(escalations.of(new Affair(cycle, UNIT))).singleElement().satisfies(one -> {
            assertThat(one.step()).isEqualTo("commendation.confirm-by-unit");
            assertThat(one.businessKey()).startsWith("khen-thuong/");
        });
        assertThat(audited()).containsExactly("escalation.unattended");
        assertThat(escalations.of(new Affair("", UNIT)))
                .as("between two cycles")
                .extracting(Escalation::businessKey)
                .contains("khen-thuong/giua-ky-" + cycle);
        assertThat(jdbc.sql("select subject from outbox where template = 'task.unattended' and facts like ?")
                        .param("%Hội đồng đơn vị xác nhận – Quận " + cycle + "%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(subject -> subject.contains("khen-thuong"));
    }

    private void nominate(String businessKey, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("nomination", businessKey.replaceFirst(".*/", ""));
        variables.put("unit", UNIT);
        variables.put("unitKey", Unit.keyOf(UNIT));
        variables.put("unitName", "Quận " + cycle);
        started.add(instances
                .startProcessInstanceByKey("commendation", businessKey, variables)
                .getId());
    }

    @Test
    void aCorrectionIsAlsoRemindedOfThreeDaysAhead() {
        LocalDate due = dueOn();
        clock.forward(Duration.between(
                clock.instant(),
                calendar.plus(due, -3)
                        .atTime(7, 30)
                        .atZone(WorkingCalendar.ZONE)
                        .toInstant()));

        digests.send();

        assertThat(jdbc.sql(
                                "select facts from outbox where template = 'task.digest' and recipient_person = ? order by id desc fetch first row only")
                        .param(COORDINATOR)
                        .query(String.class)
                        .single())
                .contains("Còn 3 ngày làm việc", report().getId());
    }

    private Task report() {
        return desk.task(affair(), "reportCorrection");
    }

    private LocalDate dueOn() {
        return desk.tasks(affair(), "reportCorrection").stream()
                .map(task -> LocalDate.ofInstant(task.getDueDate().toInstant(), WorkingCalendar.ZONE))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private void lateBy(int workingDays) {
        Instant morning = calendar.plus(dueOn(), workingDays)
                .atTime(7, 30)
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
        clock.forward(Duration.between(clock.instant(), morning));
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select action from audit_events where cycle = ? and unit = ? and action like 'escalation.%' order by id")
                .params(cycle, UNIT)
                .query(String.class)
                .list();
    }

    private List<String> told(String template) {
        return jdbc.sql("select recipient_person from outbox where template = ? and facts like ?")
                .params(template, "%\"" + cycle + "\"%")
                .query(String.class)
                .list();
    }

    /** Of this cycle, what Tasklist shows them: the authorizations decide. */
    private List<String> seenBy(String person) {
        List<String> seen = new ArrayList<>();
        as(person, () -> tasks.createTaskQuery().processInstanceBusinessKey(affair()).listPage(0, 100).stream()
                .map(Task::getId)
                .forEach(seen::add));
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

    private String affair() {
        return cycle + "/" + UNIT;
    }
}
