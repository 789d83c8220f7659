package nepsong.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By when a unit must submit: one day for mail, form, points, reports and the closing of the window, also with more time. */
@ProcessTest
class SubmissionDeadlineProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String REASON = "Đơn vị đang chờ số liệu của các phường để tự chấm cho đúng";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    Desk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    Cycles cycles;

    @Autowired
    SelfAssessments selfAssessments;

    @Autowired
    DemonstrationPeople people;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    AskForExtension asking;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private String cycle = "";

    @BeforeEach
    void theUnitIsCalledIn() {
        people.seed(Map.of(UNIT, "Quận Ba Đình"));
        cycle = "sub-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        runtime.startProcessInstanceByKey(
                "self-assessment", cycle + "/" + UNIT, Trial.unit(cycle, UNIT, "Quận Ba Đình"));
    }

    @AfterEach
    void theClockGoesBack() {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle + "/" + UNIT)
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
        clock.reset();
    }

    @Test
    void mailFormAndPointsGoByTheSameDay() {
        acknowledge();
        LocalDate submitBy = submission().dueOn();
        assertThat(submitBy).as("20 to score, 5 to approve").isEqualTo(calendar.plus(today(), 25));
        assertThat(jdbc.sql("select facts from outbox where template = 'self-assessment.opened' and facts like ?")
                        .param("%\"" + cycle + "\"%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts)
                        .contains("\"internalDeadline\":\"" + DAY.format(calendar.plus(today(), 20)))
                        .contains("\"deadline\":\"" + DAY.format(submitBy)));
        assertThat(desk.form(task("scoreCriteria"))).containsEntry("submitBy", "hết ngày " + DAY.format(submitBy));

        goTo(dueOn("scoreCriteria"));
        score();
        assertThat(dueOn("approve")).as("the head's own five days").isEqualTo(submitBy);
        goTo(submitBy);
        approve();
        assertThat(submission().lateDays()).isZero();
    }

    @Test
    void moreTimeForTheScoresIsMoreTimeForTheSubmission() {
        acknowledge();
        LocalDate submitBy = Objects.requireNonNull(submission().dueOn());
        Instant closing = closing();
        LocalDate until = calendar.plus(dueOn("scoreCriteria"), 5);
        grant("scoreCriteria", "qbadinhCoordinator", until);

        assertThat(dueOn("scoreCriteria")).isEqualTo(until);
        assertThat(submission().dueOn()).isEqualTo(calendar.plus(submitBy, 5));
        assertThat(closing()).isEqualTo(calendar.dueAt(calendar.plus(dayOf(closing), 5)));
        goTo(calendar.plus(submitBy, 4));
        score();
        approve();
        assertThat(submission().lateDays()).isZero();
    }

    @Test
    void moreTimeForTheApprovalCountsAsWell() {
        acknowledge();
        LocalDate submitBy = Objects.requireNonNull(submission().dueOn());
        goTo(calendar.plus(today(), 20));
        score();
        grant("approve", "qbadinhHead", calendar.plus(submitBy, 2));
        goTo(calendar.plus(submitBy, 3));
        approve();
        assertThat(submission().lateDays()).as("one day after the extension").isEqualTo(1);
    }

    @Test
    void theWindowIsCountedFromTheAcknowledgement() {
        goTo(calendar.plus(today(), 29));
        acknowledge();
        LocalDate submitBy = Objects.requireNonNull(submission().dueOn());
        assertThat(submitBy).isEqualTo(calendar.plus(today(), 25));
        assertThat(closing()).isEqualTo(calendar.dueAt(calendar.plus(submitBy, 10)));
        goTo(calendar.plus(submitBy, 9));
        desk.runJobs();
        assertThat(submission().isClosedWithoutSubmission()).isFalse();
        goTo(calendar.plus(submitBy, 11));
        desk.runJobs();
        assertThat(submission().isClosedWithoutSubmission()).isTrue();
    }

    @Test
    void aUnitThatNeverAcknowledgesIsClosedAllTheSame() {
        goTo(calendar.plus(today(), 31));
        desk.runJobs();
        assertThat(submission().isClosedWithoutSubmission()).isTrue();
        assertThat(desk.openTasks(cycle + "/" + UNIT)).isEmpty();
    }

    @Test
    void whatTheHeadReturnsLateIsDueBeforeTheWindowCloses() {
        acknowledge();
        LocalDate submitBy = Objects.requireNonNull(submission().dueOn());
        goTo(submitBy);
        score();
        desk.complete(task("approve"), Map.of("decision", "return", "reason", "Điểm nhóm A chưa đúng với minh chứng"));
        assertThat(task("scoreCriteria").getDueDate().toInstant()).isEqualTo(closing());
    }

    private void grant(String task, String person, LocalDate until) {
        assertThat(asking.ask(task(task).getId(), person, until, REASON)).isEmpty();
        desk.complete(task("decideExtension"), Map.of("decision", "approve"));
    }

    private void acknowledge() {
        desk.complete(task("acknowledge"), Map.of("received", true, "staffCount", 120));
    }

    private void score() {
        Task task = task("scoreCriteria");
        desk.bringEvidence(task);
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", 1));
        desk.complete(task, Map.of("criteria", rows));
    }

    private void approve() {
        desk.complete(task("approve"), Map.of("decision", "approve", "pledge", true));
    }

    private SelfAssessment submission() {
        return selfAssessments.get(cycle, UNIT);
    }

    private Instant closing() {
        return jobs.createJobQuery()
                .timers()
                .processInstanceId(task("scoreCriteria").getProcessInstanceId())
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private LocalDate dueOn(String task) {
        return dayOf(task(task).getDueDate().toInstant());
    }

    private void goTo(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant();
        clock.forward(Duration.between(clock.instant(), noon));
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingCalendar.ZONE);
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }
}
