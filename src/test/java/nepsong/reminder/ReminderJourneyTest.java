package nepsong.reminder;

import static nepsong.Typing.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.Campaign;
import nepsong.CycleRecords;
import nepsong.JourneyTest;
import nepsong.MovableClock;
import nepsong.cycle.Affair;
import nepsong.organisation.LunarCalendar;
import nepsong.organisation.LunarDate;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.ManagementService;
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

    private static final String DIGEST = "daily-digest";

    @Autowired
    Campaign campaign;

    @Autowired
    CycleRecords records;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private final Set<LocalDate> lived = new HashSet<>();

    @Test
    void everybodyIsRemindedOnWorkingDaysAndLatenessIsReportedByTheTable() {
        LocalDate tet = nextTet();
        campaign.start("office");
        campaign.does("office", "draftPlan", value("units", ALL));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam");
        // Of three units a tenth would be none.
        jdbc.sql("update parameters set amount = 34 where code = 'double.share'")
                .update();
        leapTo(calendar.plus(tet, -22));
        campaign.everybodyDoes("configureCycle");

        // Quận Tây Hồ never answers; two units are late with the approval, three with the scores.
        campaign.eachDoes("acknowledge", ALL_BUT_TAY_HO);
        campaign.eachDoes("scoreCriteria", List.of(EDUCATION, HEALTH), fullMarks());
        letBeLate("approve");
        campaign.eachDoes("approve", List.of(EDUCATION, HEALTH));
        beginsToFillIn("qbadinhCoordinator", "Quận Ba Đình");
        letBeLate("scoreCriteria");
        campaign.eachDoes("scoreCriteria", List.of(TOURISM, BA_DINH, HOAN_KIEM), fullMarks());
        campaign.eachDoes("approve", List.of(TOURISM, BA_DINH, HOAN_KIEM));
        assertThat(lived).as("Tết came by").contains(tet);
        assertThat(sectionsOf("qtayhoCoordinator"))
                .contains("Còn 2 ngày làm việc", "Còn 1 ngày làm việc", "Đến hạn hôm nay", "Quá hạn");
        assertThat(sectionsOf("qbadinhCoordinator")).contains("đã hoàn thành 66%, còn thiếu 1 trên 3 tiêu chí");
        assertThat(sectionsOf("sodulichCoordinator"))
                .as("scores take longest")
                .contains("Còn 10 ngày làm việc", "Còn 5 ngày làm việc");
        goTo(calendar.plus(today(), LATE));
        letBeLate("checkCompleteness");
        campaign.at(HOAN_KIEM, "checkCompleteness", decision("supplement").andThen(oneRow("missing", A_MISSING_PAGE)));
        campaign.everybodyDoes("checkCompleteness");
        campaign.everybodyDoes("supplement");
        campaign.everybodyDoes("checkCompleteness");
        doneLate("approvePairs");
        campaign.everybodyDoes("schedule");

        // A score is disputed and a board has to be replaced, and then looked at again.
        letBeLate("inspect");
        letBeLate("inspectAgain");
        campaign.at(TOURISM, "inspect", fullMarks().andThen(score("CS-A1", 2)));
        campaign.at(BA_DINH, "inspect", fullMarks().andThen(oneRow("findings", A_FADED_BOARD)));
        campaign.everybodyDoes("inspect", fullMarks());
        campaign.everybodyDoes("inspectAgain", fullMarks());
        doneLate("writeMinutes");
        campaign.at(TOURISM, "explain", inRow("criteria", "CS-A1", "agreed", false));
        campaign.at(TOURISM, "approveExplanation", form -> {});
        letBeLate("answer");
        campaign.at(TOURISM, "answer", inRow("criteria", "CS-A1", "decision", "reject"));
        campaign.at(TOURISM, "settle", inRow("criteria", "CS-A1", "finalScore", 3));
        doneLate("assignCorrection");
        doneLate("reportCorrection");
        doneLate("verifyCorrection");

        letBeLate("appraise");
        campaign.everybodyDoes("appraise", "draftReport", "giveOpinion", "callConference", "holdConference", "publish");
        campaign.everybodyDoes("considerResult");
        waitFor("lookAgain");
        doneLate("lookAgain");
        doneLate("report");
        doneLate("accept");

        // One nomination that a person has started.
        campaign.starts("sodulichCoordinator", "commendation", A_COLLEAGUE_OF_TOURISM);
        campaign.everybodyDoes("confirmByUnit", UNANIMOUS);
        campaign.everybodyDoes("consolidate");
        doneLate("appraise");
        waitFor("vote");
        goTo(calendar.plus(dueOf("vote"), 1));
        campaign.everybodyDoes("vote");
        doneLate("decide");

        assertThat(digestsOnDaysOff()).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from outbox where template = 'task.digest' group by mail_key having count(*) > 1")
                        .query(Integer.class)
                        .list())
                .as("one digest a day and person")
                .isEmpty();
        reportsFollowTheTable();
        assertThat(records.told("directive.opinion-requested")).contains("member1", "member2", "member3");
        assertThat(records.told("evaluation.opinion-requested")).contains("member1", "member2", "member3");
        assertThat(records.told("task.overdue"))
                .contains("qtayhoHead", "sodulichHead")
                .doesNotContain("headOfTeam");
        assertThat(records.told("task.overdue-list")).contains("headOfTeam", "office", "director");
    }

    private void doneLate(String task) {
        letBeLate(task);
        campaign.everybodyDoes(task);
    }

    /** Two rows of three, and leaves it at that for now. */
    private void beginsToFillIn(String person, String unit) {
        Task task = tasks.createTaskQuery().taskDefinitionKey("userTask_scoreCriteria").list().stream()
                .filter(one -> one.getName().contains(unit))
                .findFirst()
                .orElseThrow();
        jdbc.sql("insert into form_drafts (task, content, saved_at, saved_by) values (?, ?, current_timestamp, ?)")
                .params(
                        task.getId(),
                        """
                        {"criteria": [{"code": "CS-A1", "score": 0}, {"code": "CS-A2", "score": 0},
                                      {"code": "CS-A3", "score": null}]}""",
                        person)
                .update();
    }

    /** Nobody does anything until the task is late beyond the last rule, morning by morning. */
    private void letBeLate(String task) {
        goTo(calendar.plus(dueOf(task), latestRuleOf(task) + 1));
    }

    private LocalDate dueOf(String task) {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_" + task).list().stream()
                .map(Task::getDueDate)
                .map(date -> LocalDate.ofInstant(date.toInstant(), WorkingCalendar.ZONE))
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new AssertionError("nobody has " + task));
    }

    private void waitFor(String task) {
        LocalDate longEnough = today().plusDays(60);
        while (today().isBefore(longEnough)
                && tasks.createTaskQuery().taskDefinitionKey("userTask_" + task).count() == 0) {
            goTo(today().plusDays(1));
        }
    }

    private int latestRuleOf(String task) {
        String step = "." + task.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return escalations.rules().stream()
                .filter(rule -> rule.step().endsWith(step))
                .mapToInt(Escalations.Rule::workingDays)
                .max()
                .orElseThrow();
    }

    /** Over months of which nothing is told: the mornings in between are left out. */
    private void leapTo(LocalDate day) {
        jobs.createJobQuery()
                .timers()
                .processDefinitionKey(DIGEST)
                .list()
                .forEach(timer -> jobs.setJobDuedate(
                        timer.getId(),
                        Date.from(day.atTime(7, 30).atZone(WorkingCalendar.ZONE).toInstant())));
        campaign.passes(Duration.between(clock.instant(), morningOf(day)));
    }

    private void goTo(LocalDate day) {
        while (today().isBefore(day)) {
            LocalDate next = today().plusDays(1);
            campaign.passes(Duration.between(clock.instant(), morningOf(next)));
            lived.add(next);
        }
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(8, 0).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private void reportsFollowTheTable() {
        Map<String, Integer> rules = escalations.rules().stream()
                .collect(Collectors.toMap(rule -> rule.step() + " " + rule.target(), Escalations.Rule::workingDays));
        String cycle = jdbc.sql("select code from cycles").query(String.class).single();
        List<Escalation> reported = escalations.of(Affair.ofCycle(cycle));
        assertThat(reported).allSatisfy(one -> {
            assertThat(one.workingDays()).as(one.toString()).isEqualTo(rules.get(one.step() + " " + targetOf(one)));
            assertThat(calendar.isWorkingDay(LocalDate.ofInstant(one.at(), WorkingCalendar.ZONE)))
                    .isTrue();
        });
        assertThat(reported.stream()
                        .map(one -> one.step() + " " + targetOf(one))
                        .collect(Collectors.toSet()))
                .as("every rule of the table has been met, and nothing else")
                .isEqualTo(rules.keySet());
        assertThat(reported.stream()
                        .filter(one -> one.step().equals("self-assessment.score-criteria"))
                        .map(Escalation::group)
                        .distinct())
                .as("three heads, the standing office and the head of team")
                .hasSize(5);
    }

    private static Target targetOf(Escalation one) {
        return one.group().startsWith("headAt")
                ? Target.UNIT_HEAD
                : List.of(Target.values()).stream()
                        .filter(each -> each != Target.UNIT_HEAD)
                        .filter(each -> one.group().equalsIgnoreCase(each.name().replace("_", "")))
                        .findFirst()
                        .orElseThrow();
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
