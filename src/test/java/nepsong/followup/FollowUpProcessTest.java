package nepsong.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.CycleProcesses;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conference.Minutes;
import nepsong.evaluation.Conferences;
import nepsong.evaluation.Publication;
import nepsong.evaluation.Publications;
import nepsong.evaluation.Report;
import nepsong.evaluation.Reports;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.CycleProgress;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.ReadProgress;
import nepsong.progress.Stage;
import nepsong.progress.StageProgress;
import nepsong.reminder.AskForExtension;
import nepsong.unitfile.GivenTask;
import nepsong.unitfile.ReadUnitFile;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a conference decides is asked of the units with the publication, and asked again until it is done. */
@ProcessTest
class FollowUpProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String OTHER = "q-tay-ho";
    private static final String OWN_TASK = "Thay bảng niêm yết ở bộ phận một cửa";
    private static final String RESULT = "Đã thay bảng tại cả hai bộ phận một cửa, biên bản số 12/BB-VP.";

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final CycleProcesses processes;
    private final Reports reports;
    private final Conferences conferences;
    private final Publications publications;
    private final FollowUps followUps;
    private final AskForExtension asking;
    private final DemonstrationPeople people;
    private final WorkingCalendar calendar;
    private final ReadProgress progress;
    private final Listings listings;
    private final ReadUnitFile files;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final HistoryService history;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    FollowUpProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            CycleProcesses processes,
            Reports reports,
            Conferences conferences,
            Publications publications,
            FollowUps followUps,
            AskForExtension asking,
            DemonstrationPeople people,
            WorkingCalendar calendar,
            ReadProgress progress,
            Listings listings,
            ReadUnitFile files,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            HistoryService history,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.processes = processes;
        this.reports = reports;
        this.conferences = conferences;
        this.publications = publications;
        this.followUps = followUps;
        this.asking = asking;
        this.people = people;
        this.calendar = calendar;
        this.progress = progress;
        this.listings = listings;
        this.files = files;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aConferenceWasHeldAndTheResultsArePublished() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", OTHER, "Quận Tây Hồ"));
        cycle = "follow-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
        cycles.configure(Trial.configuration(cycle, UNIT, OTHER));
    }

    @AfterEach
    void theClockGoesBack() {
        identities.clearAuthentication();
        clock.reset();
    }

    @Test
    void aTaskIsReportedGivenBackReportedAgainAndAcceptedAfterTheCycleHasEnded() {
        LocalDate dueOn = calendar.plus(today(), 20);
        published(
                new Conference.FollowUp("Tập huấn cán bộ đầu mối", Conference.FollowUp.EVERYBODY, null, dueOn),
                new Conference.FollowUp(OWN_TASK, "Quận Ba Đình, as it was called then", UNIT, dueOn));

        assertThat(desk.tasks(cycle + "/" + OTHER, "report")).hasSize(1);
        assertThat(desk.tasks(cycle + "/" + UNIT, "report")).hasSize(2);
        Task report = reportOf("NV-2");
        assertThat(report.getName()).isEqualTo("Báo cáo nhiệm vụ Hội nghị giao NV-2 – Quận Ba Đình");
        assertThat(group(report)).isEqualTo("coordinatorAtqbadinh");
        assertThat(report.getDueDate()).isEqualTo(due(dueOn));
        assertThat(told(report)).contains("qbadinhCoordinator");
        assertThat(desk.form(report)).containsEntry("taskText", OWN_TASK).containsEntry("returnReason", "");
        assertThatThrownBy(() -> desk.complete(
                        report,
                        Map.of(
                                "result",
                                RESULT,
                                "completedOn",
                                today().plusDays(1).toString())))
                .hasMessageContaining("Ngày hoàn thành không được sau hôm nay");
        assertThatThrownBy(() -> desk.complete(
                        report,
                        Map.of(
                                "result",
                                RESULT,
                                "completedOn",
                                today().minusDays(1).toString())))
                .hasMessageContaining("Ngày hoàn thành không được trước ngày Hội nghị giao nhiệm vụ, ");
        assertThatThrownBy(() -> desk.complete(report, reported("Đã xong"))).hasMessageContaining("Kết quả thực hiện");
        cycles.finish(cycle);
        desk.complete(report, reported("Đơn vị đã lập kế hoạch thay bảng, sẽ làm trong tháng tới."));

        Task accept = desk.task(cycle + "/" + UNIT, "accept");
        assertThat(group(accept)).isEqualTo("standingOffice");
        assertThat(desk.form(accept)).containsEntry("round", 1).containsEntry("taskText", OWN_TASK);
        assertThatThrownBy(() -> desk.complete(accept, Map.of("decision", "return")))
                .hasMessageContaining("Lý do trả lại");
        clock.forward(Duration.ofDays(60));
        String reason = "Mới là kế hoạch; cần thay bảng rồi mới báo cáo.";
        desk.complete(accept, Map.of("decision", "return", "reason", reason));

        Task again = reportOf("NV-2");
        assertThat(again.getDueDate()).as("nobody is late when told").isEqualTo(due(calendar.plus(today(), 10)));
        assertThat(desk.form(again)).containsEntry("returnReason", reason);
        theUnitIsToldWhatWasReturnedWhyAndByWhen(again, reason);
        assertThat(inFile("NV-2")).satisfies(task -> {
            assertThat(task.state()).isEqualTo("Bị trả lại, làm tiếp");
            assertThat(task.dueOn()).isEqualTo(calendar.plus(today(), 10));
        });
        assertThat(inFile("NV-1").state()).isEqualTo("Quá hạn báo cáo");
        desk.complete(again, reported(RESULT));
        desk.complete(desk.task(cycle + "/" + UNIT, "accept"), Map.of("decision", "accept"));

        assertThat(inFile("NV-2")).satisfies(task -> {
            assertThat(task.state()).isEqualTo("Đã hoàn thành");
            assertThat(task.reports()).extracting(FollowUpReport::number).containsExactly(1, 2);
        });
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("endEvent_done")
                        .processInstanceId(again.getProcessInstanceId())
                        .count())
                .isEqualTo(1);
        assertThat(desk.openTasks(cycle + "/" + UNIT)).contains("userTask_report");
    }

    @Test
    void whatIsOpenAndLateIsCountedAndListed() {
        published(new Conference.FollowUp(
                "Tập huấn cán bộ đầu mối", Conference.FollowUp.EVERYBODY, null, calendar.plus(today(), 20)));
        clock.forward(Duration.ofDays(60));

        StageProgress evaluation = stage();
        int late = desk.tasks(cycle + "/" + UNIT, "report").size()
                + desk.tasks(cycle + "/" + OTHER, "report").size();
        assertThat(late).isEqualTo(2);
        assertThat(evaluation.open()).isEqualTo(2);
        assertThat(evaluation.late()).isEqualTo(2);
        assertThat(count(Map.of("state", "open"))).isEqualTo(2);
        assertThat(count(Map.of("late", "yes"))).isEqualTo(2);
        assertThat(unitProgress().units()).allSatisfy(unit -> {
            assertThat(unit.openTasks()).isEqualTo(1);
            assertThat(unit.late()).isEqualTo(1);
        });
        assertThat(processes.concerned(cycle))
                .extracting(Person::id)
                .contains("qbadinhCoordinator", "qtayhoCoordinator");
    }

    @Test
    void whatWasStillToBeDoneStopsWithAWithdrawnCycle() {
        published(new Conference.FollowUp(OWN_TASK, "Quận Ba Đình", UNIT, calendar.plus(today(), 20)));
        clock.forward(Duration.ofDays(60));
        assertThat(inFile("NV-1").state()).isEqualTo("Quá hạn báo cáo");

        cycles.withdraw(cycle, "director", "Thành phố dừng kỳ kiểm tra này");

        assertThat(inFile("NV-1")).satisfies(task -> {
            assertThat(task.state()).isEqualTo("Dừng cùng kỳ kiểm tra");
            assertThat(task.tone()).isEmpty();
        });
    }

    @Test
    void whoAcceptsTheReportGrantsMoreTimeForIt() {
        LocalDate dueOn = calendar.plus(today(), 20);
        published(new Conference.FollowUp(OWN_TASK, "Quận Ba Đình", UNIT, dueOn));
        LocalDate until = calendar.plus(dueOn, 3);
        assertThat(asking.ask(
                        reportOf("NV-1").getId(),
                        "qbadinhCoordinator",
                        until,
                        "Nhà cung cấp giao bảng chậm nên chưa thay được đúng hạn."))
                .isEmpty();

        Task decide = desk.task(cycle + "/" + UNIT, "decideExtension");
        assertThat(group(decide)).isEqualTo("standingOffice");
        desk.complete(decide, Map.of("decision", "approve"));

        assertThat(reportOf("NV-1").getDueDate()).isEqualTo(due(until));
        assertThat(inFile("NV-1").dueOn()).isEqualTo(until);
    }

    @Test
    void whoWorksForTheUnitDoesNotAcceptItsReport() {
        published(new Conference.FollowUp(OWN_TASK, "Quận Ba Đình", UNIT, calendar.plus(today(), 5)));
        desk.complete(reportOf("NV-1"), reported(RESULT));
        FollowUp followUp = followUps.of(cycle, UNIT).get(0);
        Task accept = desk.task(cycle + "/" + UNIT, "accept");
        tasks.setAssignee(accept.getId(), "qbadinhCoordinator");
        identities.setAuthentication("qbadinhCoordinator", List.of("coordinatorAtqbadinh"));
        assertThatThrownBy(() -> desk.complete(accept, Map.of("decision", "accept")))
                .hasMessageContaining("Bạn thuộc đơn vị báo cáo");
        assertThat(followUps.get(followUp.id()).isDone()).isFalse();
    }

    private void published(Conference.FollowUp... decided) {
        reports.add(cycle, Map.of(), Map.of(), "secretary");
        Report report = reports.get(cycle);
        conferences.call(
                report, new Conference(Instant.now(clock), "Hội trường", "Trưởng đoàn", "", List.of()), "secretary");
        conferences.record(
                report,
                new Minutes(
                        List.of(new Guest("Trưởng đoàn", "Sở", null, true)),
                        List.of(),
                        "Biên bản",
                        "Kết luận",
                        List.of(decided)),
                "secretary");
        publications.add(
                new Publication(cycle, 1, "QĐ-SVHTT", today(), List.of(), "director", Instant.now(clock), null));
        ProcessInstance bloc = runtime.startProcessInstanceByKey(
                "bloc-appeals",
                cycle + "/khoi-1",
                Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử", "bloc", "khoi-1", "blocName", "Khối 1"));
        // The tasks live on without the appeals, and without the cycle.
        runtime.deleteProcessInstance(bloc.getId(), "not of interest here");
    }

    private Map<String, Object> reported(String result) {
        return Map.of("result", result, "completedOn", today().toString());
    }

    private Task reportOf(String code) {
        return desk.tasks(cycle + "/" + UNIT, "report").stream()
                .filter(task -> task.getName().contains(code))
                .findFirst()
                .orElseThrow();
    }

    private GivenTask inFile(String code) {
        return files.read(UNIT, cycle, "qbadinhCoordinator").orElseThrow().followUps().stream()
                .filter(task -> code.equals(task.code()))
                .findFirst()
                .orElseThrow();
    }

    private CycleProgress unitProgress() {
        return progress.of(cycle).orElseThrow();
    }

    private StageProgress stage() {
        return unitProgress().stages().get(Stage.EVALUATION.ordinal());
    }

    private int count(Map<String, String> filters) {
        return listings.count(listings.find("tasks").orElseThrow(), ListingSearch.of(cycle, filters));
    }

    private void theUnitIsToldWhatWasReturnedWhyAndByWhen(Task again, String reason) {
        assertThat(told(again)).contains("qbadinhCoordinator");
        assertThat(jdbc.sql("select template, subject, facts from outbox where mail_key like ?")
                        .param("task.assigned/" + again.getId() + "/%")
                        .query()
                        .listOfRows())
                .isNotEmpty()
                .allSatisfy(mail -> {
                    String until = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(calendar.plus(today(), 10));
                    assertThat(mail).containsEntry("template", "follow-up.returned");
                    assertThat(String.valueOf(mail.get("subject"))).contains("NV-2", "trước " + until);
                    assertThat(String.valueOf(mail.get("facts"))).contains(OWN_TASK, reason, until);
                });
    }

    private List<String> told(Task task) {
        return jdbc.sql("select recipient_person from outbox where mail_key like ?")
                .param("task.assigned/" + task.getId() + "/%")
                .query(String.class)
                .list();
    }

    private String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private Date due(LocalDate day) {
        return Date.from(calendar.dueAt(day));
    }
}
