package nepsong.reminder;

import static nepsong.Typing.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.Campaign;
import nepsong.CycleRecords;
import nepsong.Desk;
import nepsong.JourneyTest;
import nepsong.MovableClock;
import nepsong.organisation.LunarCalendar;
import nepsong.organisation.LunarDate;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A cycle in which everybody is late, over a Tết, morning by morning: who is reminded, and whom lateness is reported to. */
@JourneyTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:reminder;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class ReminderJourneyTest {

    /** One more than the latest rule of the table. */
    private static final int LATE = 6;

    @Autowired
    Campaign campaign;

    @Autowired
    CycleRecords records;

    @Autowired
    Desk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final Set<LocalDate> lived = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    @Test
    void everybodyIsRemindedOnWorkingDaysAndLatenessIsReportedByTheTable() {
        LocalDate tet = nextTet();
        goTo(calendar.plus(tet, -22));
        campaign.start("office");
        campaign.does("office", "draftPlan", value("units", ALL));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");
        goTo(calendar.plus(today(), 1));

        late("acknowledge");
        assertThat(sectionsOf("qtayhoCoordinator")).contains("Còn 2 ngày làm việc", "Đến hạn hôm nay", "Quá hạn");
        late("scoreCriteria");
        assertThat(lived).as("Tết came by").contains(tet);
        late("approve");
        late("checkCompleteness");
        late("approvePairs");
        campaign.everybodyDoes("schedule");
        late("inspect", fullMarks());
        late("writeMinutes");
        campaign.everybodyDoes("explain");
        late("appraise");
        campaign.everybodyDoes("draftReport", "giveOpinion", "callConference", "holdConference", "publish");
        campaign.everybodyDoes("considerResult");

        assertThat(digestsOnDaysOff()).isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox where template = 'task.digest' group by mail_key having count(*) > 1")
                        .query(Integer.class)
                        .list())
                .as("one digest a day and person")
                .isEmpty();
        reportsFollowTheTable();
        assertThat(records.told("task.overdue")).contains("qtayhoHead", "sodulichHead").doesNotContain("headOfTeam");
        assertThat(records.told("task.overdue-list")).contains("headOfTeam", "office", "director");
    }

    /** Everybody waits until the task is late beyond the last rule, morning by morning, and then does it. */
    private void late(String task) {
        late(task, form -> {});
    }

    private void late(String task, java.util.function.Consumer<Map<String, Object>> change) {
        LocalDate due = tasks
                .createTaskQuery()
                .taskDefinitionKey("userTask_" + task)
                .list()
                .stream()
                .map(Task::getDueDate)
                .map(date -> LocalDate.ofInstant(date.toInstant(), WorkingCalendar.ZONE))
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new AssertionError("nobody has " + task));
        goTo(calendar.plus(due, LATE));
        done.add(task);
        campaign.everybodyDoes(task, change);
    }

    private void goTo(LocalDate day) {
        while (today().isBefore(day)) {
            LocalDate next = today().plusDays(1);
            Instant morning = next.atTime(8, 0).atZone(WorkingCalendar.ZONE).toInstant();
            campaign.passes(Duration.between(clock.instant(), morning));
            lived.add(next);
        }
    }

    private void reportsFollowTheTable() {
        Map<String, Integer> rules = escalations.rules().stream()
                .collect(Collectors.toMap(
                        rule -> rule.step() + " " + rule.target(), Escalations.Rule::workingDays));
        String cycle = jdbc.sql("select code from cycles").query(String.class).single();
        List<Escalation> reported = escalations.below(cycle);
        assertThat(reported).allSatisfy(one -> {
            Target target = one.group().startsWith("headAt")
                    ? Target.UNIT_HEAD
                    : List.of(Target.values()).stream()
                            .filter(each -> each != Target.UNIT_HEAD)
                            .filter(each -> one.group()
                                    .equalsIgnoreCase(each.name().replace("_", "")))
                            .findFirst()
                            .orElseThrow();
            assertThat(one.workingDays()).as(one.toString()).isEqualTo(rules.get(one.step() + " " + target));
            assertThat(calendar.isWorkingDay(LocalDate.ofInstant(one.at(), WorkingCalendar.ZONE)))
                    .isTrue();
        });
        Set<String> steps = reported.stream().map(Escalation::step).collect(Collectors.toSet());
        assertThat(steps)
                .contains(
                        "self-assessment.acknowledge",
                        "self-assessment.score-criteria",
                        "self-assessment.approve",
                        "self-assessment.check-completeness",
                        "bloc-inspection.approve-pairs",
                        "cross-inspection.inspect",
                        "cross-inspection.write-minutes",
                        "evaluation.appraise");
        assertThat(reported.stream()
                        .filter(one -> one.step().equals("self-assessment.score-criteria"))
                        .map(Escalation::group)
                        .distinct())
                .as("each unit's head, the standing office and the head of team")
                .hasSize(ALL.size() + 2);
    }

    private List<String> digestsOnDaysOff() {
        List<String> wrong = new ArrayList<>();
        jdbc.sql("select distinct mail_key from outbox where template = 'task.digest'")
                .query(String.class)
                .list()
                .forEach(key -> {
                    if (!calendar.isWorkingDay(LocalDate.parse(key.split("/")[1]))) {
                        wrong.add(key);
                    }
                });
        return wrong;
    }

    private String sectionsOf(String person) {
        return String.join(
                "\n",
                jdbc.sql("select facts from outbox where template = 'task.digest' and recipient_person = ?")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    private LocalDate nextTet() {
        int year = today().getYear();
        LocalDate tet = LunarCalendar.solarOf(new LunarDate(year, 1, 1, false));
        LocalDate soon = calendar.plus(today(), 30);
        return tet.isAfter(soon) ? tet : LunarCalendar.solarOf(new LunarDate(year + 1, 1, 1, false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
