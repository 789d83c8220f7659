package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Seats;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.directive.Teams;
import nepsong.engine.DemonstrationPeople;
import nepsong.notification.CallOffAppointments;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import nepsong.selfassessment.LayOutScorecard;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A visit that is planned and not held yet: its hour, its place and its people change. */
@ProcessTest
class MovedVisitProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String INSPECTING = "q-tay-ho";
    private static final String THIRD = "q-hoan-kiem";
    private static final String MOVED = "Cán bộ kiểm tra đi dự hội nghị của Thành phố ngày đó";
    private static final Visitors AS_PLANNED = new Visitors(List.of("qtayhoInspector"), null);

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final Teams teams;
    private final LayOutScorecard layOut;
    private final Inspections inspections;
    private final RescheduleVisit rescheduling;
    private final CallOffAppointments callOff;
    private final AskForExtension asking;
    private final DemonstrationPeople people;
    private final People persons;
    private final WorkingCalendar calendar;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final MockMvc browser;

    private String cycle = "";

    @Autowired
    MovedVisitProcessTest(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            Teams teams,
            LayOutScorecard layOut,
            Inspections inspections,
            RescheduleVisit rescheduling,
            CallOffAppointments callOff,
            AskForExtension asking,
            DemonstrationPeople people,
            People persons,
            WorkingCalendar calendar,
            RuntimeService runtime,
            TaskService tasks,
            JdbcClient jdbc,
            WebApplicationContext context) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.teams = teams;
        this.layOut = layOut;
        this.inspections = inspections;
        this.rescheduling = rescheduling;
        this.callOff = callOff;
        this.asking = asking;
        this.people = people;
        this.persons = persons;
        this.calendar = calendar;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void aPairIsCalledIn() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", INSPECTING, "Quận Tây Hồ", THIRD, "Quận Hoàn Kiếm"));
        cycle = "moved-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now((Clock) clock)));
        cycles.configure(Trial.configuration(cycle, UNIT, INSPECTING, THIRD));
        Seats.give(teams, cycle, today(), "member1");
        layOut.layOut(cycle, UNIT);
        callIn(UNIT, "Quận Ba Đình", INSPECTING, "Quận Tây Hồ");
    }

    private void callIn(String unit, String unitName, String inspecting, String inspectingName) {
        Map<String, Object> pair = Trial.unit(cycle, unit, unitName);
        pair.put("inspecting", inspecting);
        pair.put("inspectingKey", Unit.keyOf(inspecting));
        pair.put("inspectingName", inspectingName);
        runtime.startProcessInstanceByKey("cross-inspection", cycle + "/" + unit, pair);
    }

    @AfterEach
    void theClockGoesBack() {
        // A visit that was left open would keep its inspectors busy in the next test.
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(cycle)
                .update();
        clock.reset();
    }

    @Test
    void aVisitIsMovedWithItsDeadlineAndEverybodyWhoWasToldHearsOfIt() throws Exception {
        complete("schedule", Map.of());
        LocalDateTime old = inspections.get(cycle, UNIT).plannedAt();
        LocalDateTime moved = calendar.plus(old.toLocalDate(), 3).atTime(14, 0);
        Task sheet = task("inspect");
        assertThat(page("qtayhoInspector")).contains("Lịch hiện nay", "Đổi lịch kiểm tra");

        refusesMove("qtayhoInspector", old, "Trụ sở Quận Ba Đình", "Chưa có gì thay đổi");
        refusesMove("qtayhoInspector", moved, "", "“Địa điểm” cần từ 3");
        refusesMove("qtayhoInspector", moved.withHour(7), "Nhà B", "8:00–16:30");
        refusesMove("qtayhoInspector", calendar.plus(today(), 4).atTime(9, 0), "Nhà B", "ít nhất 5 ngày làm việc");
        refusesMove("qtayhoInspector", nextSunday(old).atTime(9, 0), "Nhà B", "không phải là ngày làm việc");
        assertThat(reasons(reschedule(moved, "Nhà B", "Ngắn quá", "qtayhoInspector")))
                .contains("20 đến 20.000");
        assertThat(move("qtayhoInspector", "ngày mai", "Nhà B"))
                .as("what cannot be read leaves what was typed")
                .contains("hãy chọn một ngày và một giờ có thật", "Nhà B", MOVED);
        assertThat(task("inspect").getDueDate()).isEqualTo(sheet.getDueDate());
        assertThat(mails("cross-inspection.rescheduled")).isZero();

        assertThat(move("qtayhoInspector", moved.toString(), "Nhà văn hóa Quận Ba Đình"))
                .contains("Đã đổi lịch", "Các lần đổi lịch", MOVED);
        assertThat(reschedule(moved, "Nhà văn hóa Quận Ba Đình", MOVED, "qtayhoInspector"))
                .as("a double click")
                .isEmpty();
        Inspection now = inspections.get(cycle, UNIT);
        assertThat(now.plannedAt()).isEqualTo(moved);
        assertThat(now.place()).isEqualTo("Nhà văn hóa Quận Ba Đình");
        assertThat(now.dueOn()).isEqualTo(calendar.plus(moved.toLocalDate(), 2));
        assertThat(task("inspect").getDueDate().toInstant()).isEqualTo(calendar.dueAt(now.dueOn()));
        assertThat(desk.form(task("inspect")).get("plannedText").toString()).contains("Nhà văn hóa Quận Ba Đình");

        assertThat(invited("cross-inspection.scheduled"))
                .containsExactlyInAnyOrder("qbadinhCoordinator 0", "qbadinhHead 0", "qtayhoInspector 0");
        assertThat(invited("cross-inspection.rescheduled"))
                .as("the same entry of the calendar, moved")
                .containsExactlyInAnyOrder("qbadinhCoordinator 1", "qbadinhHead 1", "qtayhoInspector 1", "secretary 1");
        assertThat(jdbc.sql("select distinct facts from outbox where mail_key like ?")
                        .param("cross-inspection.rescheduled/" + cycle + "/%")
                        .query(String.class)
                        .single())
                .contains("\"uid\":\"visit-" + cycle + "-q-ba-dinh@nepsong\"", MOVED, "Trụ sở Quận Ba Đình");
        assertThat(jdbc.sql(
                                """
                                select actor || ': ' || before_values || ' -> ' || after_values from audit_events
                                where cycle = ? and unit = ? and action = 'visit.moved'
                                """)
                        .params(cycle, UNIT)
                        .query(String.class)
                        .single())
                .startsWith("qtayhoInspector: ")
                .contains(old + "\"", " -> ", moved + "\"");
        assertThat(get("/units/" + UNIT + "?cycle=" + cycle, "qbadinhHead"))
                .contains("Đổi lịch kiểm tra", "sang 14:00", "Nhà văn hóa Quận Ba Đình", MOVED)
                .doesNotContain("/visits/");
        assertThat(get("/units/" + UNIT + "?cycle=" + cycle, "secretary")).contains("/visits/" + cycle + "/" + UNIT);

        assertThat(move("secretary", moved.toString(), "Trụ sở Quận Ba Đình")).contains("Đã đổi lịch");
        assertThat(invited("cross-inspection.rescheduled")).contains("qbadinhHead 2");
        assertThat(withdrawn())
                .containsExactly("qbadinhCoordinator 3", "qbadinhHead 3", "qtayhoInspector 3", "secretary 3");
    }

    @Test
    void onlyWhoeverHoldsTheSheetOrTheSecretaryMovesAVisitAndOnlyTheSecretaryOnceItShouldHaveBegun() throws Exception {
        complete("schedule", Map.of());
        LocalDateTime old = inspections.get(cycle, UNIT).plannedAt();
        for (String other : List.of("qbadinhHead", "qbadinhInspector", "qtayhoHead", "qhoankiemInspector", "member1")) {
            assertThat(status("/visits/" + cycle + "/" + UNIT, other)).as(other).isEqualTo(404);
            assertThat(reasons(reschedule(old.plusDays(7), "Nhà B", MOVED, other)))
                    .as(other)
                    .contains("Không đổi được lịch này");
        }
        clock.forward(
                Duration.between(Instant.now((Clock) clock), old.plusHours(1).atZone(WorkingCalendar.ZONE)));
        assertThat(page("qtayhoInspector"))
                .contains("từ lúc này chỉ Thư ký Đoàn kiểm tra đổi được lịch")
                .doesNotContain("<textarea");
        refusesMove("qtayhoInspector", old.plusDays(7), "Nhà B", "Không đổi được lịch này");
        LocalDateTime moved = calendar.plus(today(), 5).atTime(9, 0);
        assertThat(move("secretary", moved.toString(), "Trụ sở Quận Ba Đình")).contains("Đã đổi lịch");
        assertThat(inspections.get(cycle, UNIT).plannedAt()).isEqualTo(moved);

        sheetIsHandedIn();
        assertThat(status("/visits/" + cycle + "/" + UNIT, "secretary")).isEqualTo(404);
    }

    @Test
    void anUnannouncedVisitIsMovedWithoutAWordToTheUnit() throws Exception {
        complete(
                "schedule",
                Map.of(
                        "announcement",
                        "unannounced",
                        "plannedAt",
                        nextWorkingDay().atTime(9, 0) + ""));
        LocalDateTime sooner = nextWorkingDay().atTime(14, 0);
        assertThat(move("qtayhoInspector", sooner.toString(), "Trụ sở Quận Ba Đình"))
                .contains("Đã đổi lịch", "không được báo");
        assertThat(invited("cross-inspection.rescheduled"))
                .containsExactlyInAnyOrder("qtayhoInspector 1", "secretary 1");
        assertThat(get("/units/" + UNIT + "?cycle=" + cycle, "secretary")).contains("đổi lịch từ", MOVED);
        assertThat(get("/units/" + UNIT + "?cycle=" + cycle, "qbadinhHead")).doesNotContain("đổi lịch từ", MOVED);
        clock.forward(
                Duration.between(Instant.now((Clock) clock), sooner.withHour(12).atZone(WorkingCalendar.ZONE)));
        refusesMove("qtayhoInspector", sooner.withHour(9), "Nhà B", "“Thời gian kiểm tra” đã qua");

        callIn(INSPECTING, "Quận Tây Hồ", THIRD, "Quận Hoàn Kiếm");
        LocalDateTime surprise = calendar.plus(today(), 2).atTime(9, 0);
        desk.complete(
                desk.task(cycle + "/" + INSPECTING, "schedule"),
                Map.of("announcement", "unannounced", "plannedAt", surprise.toString()));
        refusesMove("secretary", surprise.withHour(10), "Nhà B", "Quận Tây Hồ đã có lịch kiểm tra khác");
        assertThat(move("qtayhoInspector", surprise.withHour(10).toString(), "Nhà B"))
                .as("who is to be surprised is not told by a refusal")
                .contains("Đã đổi lịch");

        callIn(THIRD, "Quận Hoàn Kiếm", UNIT, "Quận Ba Đình");
        LocalDateTime theirs = calendar.plus(today(), 6).atTime(9, 0);
        desk.complete(desk.task(cycle + "/" + THIRD, "schedule"), Map.of("plannedAt", theirs.toString()));
        refusesMove("qtayhoInspector", theirs.withHour(10), "Nhà B", "Quận Ba Đình đã có lịch kiểm tra khác");
    }

    @Test
    void timeThatWasGrantedForTheSheetIsKeptWhenItsVisitMoves() {
        complete("schedule", Map.of());
        Inspection before = inspections.get(cycle, UNIT);
        LocalDate until = calendar.plus(before.dueOn(), 2);
        asking.ask(task("inspect").getId(), "qtayhoInspector", until, MOVED);
        LocalDateTime moved = calendar.plus(before.plannedAt().toLocalDate(), 4).atTime(9, 0);
        assertThat(reschedule(moved, before.place(), MOVED, "secretary")).isEmpty();
        LocalDate due = calendar.plus(before.dueOn(), 4);
        assertThat(inspections.get(cycle, UNIT).dueOn()).isEqualTo(due);
        desk.complete(task("decideExtension"), Map.of("decision", "approve"));
        assertThat(task("inspect").getDueDate().toInstant())
                .as("granting takes no time away")
                .isEqualTo(calendar.dueAt(due));
    }

    @Test
    void whoComesToAPlannedVisitIsChangedByTheRulesOfScheduling() throws Exception {
        complete("schedule", Map.of("observer", "member1"));
        assertThat(inspections.visitors(cycle, UNIT)).isEqualTo(new Visitors(List.of("qtayhoInspector"), "member1"));
        assertThat(invited("cross-inspection.scheduled")).contains("member1 0");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(cycle + "/" + UNIT)
                        .taskCandidateUser("member1")
                        .count())
                .as("who watches is offered nothing")
                .isZero();
        Inspection before = inspections.get(cycle, UNIT);
        Task sheet = task("inspect");
        assertThat(page("qtayhoInspector")).contains(people("member1"), "Người giám sát của Đoàn");

        refusesVisitors(new Visitors(List.of(), null), "ít nhất một người");
        refusesVisitors(new Visitors(List.of("qhoankiemInspector"), null), "chỉ gồm cán bộ của đơn vị kiểm tra");
        refusesVisitors(
                new Visitors(List.of("member1", "qtayhoInspector"), "member1"), "không đồng thời là người giám sát");
        refusesVisitors(new Visitors(List.of("qtayhoInspector"), "qbadinhHead"), "phải là người của Đoàn");
        refusesVisitors(new Visitors(List.of("qtayhoInspector"), "member1"), "Chưa có gì thay đổi");
        assertThat(mails("cross-inspection.rescheduled")).isZero();

        Visitors joined = new Visitors(List.of("member1", "qtayhoInspector"), null);
        assertThat(change(joined, "qtayhoInspector")).isEmpty();
        assertThat(inspections.visitors(cycle, UNIT)).isEqualTo(joined);
        assertThat(invited("cross-inspection.rescheduled")).contains("member1 1", "qbadinhHead 1");
        assertThat(change(AS_PLANNED, "secretary")).isEmpty();
        assertThat(inspections.visitors(cycle, UNIT)).isEqualTo(AS_PLANNED);
        assertThat(inspections.get(cycle, UNIT)).isEqualTo(before);
        assertThat(task("inspect").getDueDate()).isEqualTo(sheet.getDueDate());
        assertThat(invited("cross-inspection.rescheduled")).doesNotContain("member1 2");
        assertThat(invited("cross-inspection.released"))
                .as("taken out of the calendar of whoever need not come")
                .containsExactly("member1 2");
        assertThat(page("secretary")).contains("Thêm: " + people("member1"), "Thôi tham gia: " + people("member1"));
        assertThat(get("/units/" + UNIT + "?cycle=" + cycle, "secretary"))
                .contains("đổi người của cuộc kiểm tra lúc", MOVED);
        assertThat(jdbc.sql(
                                "select after_values from audit_events where cycle = ? and action = 'visit.moved' order by id")
                        .param(cycle)
                        .query(String.class)
                        .list()
                        .get(0))
                .contains("\"participants\":\"member1\"");
        assertThat(withdrawn())
                .as("who was released is not told again")
                .containsExactly("qbadinhCoordinator 3", "qbadinhHead 3", "qtayhoInspector 3", "secretary 3");
    }

    private List<Refusal> change(Visitors visitors, String person) {
        Inspection planned = inspections.get(cycle, UNIT);
        return rescheduling.reschedule(
                cycle, UNIT, new VisitMove(planned.plannedAt(), planned.place(), visitors, MOVED), person);
    }

    private void refusesVisitors(Visitors visitors, String reason) {
        assertThat(reasons(change(visitors, "secretary"))).contains(reason);
    }

    private LocalDate nextWorkingDay() {
        return calendar.plus(today(), 1);
    }

    private static LocalDate nextSunday(LocalDateTime from) {
        return from.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    private void refusesMove(String person, LocalDateTime at, String place, String reason) {
        assertThat(reasons(reschedule(at, place, MOVED, person))).contains(reason);
    }

    private List<Refusal> reschedule(LocalDateTime at, String place, String reason, String person) {
        return rescheduling.reschedule(cycle, UNIT, new VisitMove(at, place, AS_PLANNED, reason), person);
    }

    private static String reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" · "));
    }

    private String page(String person) throws Exception {
        return get("/visits/" + cycle + "/" + UNIT, person);
    }

    /** What the page says afterwards. */
    private String move(String person, String at, String place) throws Exception {
        var answer = browser.perform(post("/visits/" + cycle + "/" + UNIT)
                        .with(user(person))
                        .with(csrf())
                        .param("plannedAt", at)
                        .param("place", place)
                        .param("participants", AS_PLANNED.participants().toArray(String[]::new))
                        .param("reason", MOVED))
                .andReturn();
        return browser.perform(MockMvcRequestBuilders.get("/visits/" + cycle + "/" + UNIT)
                        .with(user(person))
                        .flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String get(String path, String person) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).with(user(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(String path, String person) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path).with(user(person)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Recipients with the number of their appointment's change. */
    private List<String> invited(String event) {
        return jdbc.sql("select recipient_person, facts from outbox where mail_key like ?")
                .param(event + "/" + cycle + "/%")
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2).replaceAll(".*\"sequence\":\"(\\d+)\".*", "$1"))
                .list();
    }

    /** Whose calendars a cycle that is withdrawn takes the visit out of, and with which number. */
    private List<String> withdrawn() {
        callOff.of(cycle, MOVED);
        return jdbc.sql("select recipient_person, facts from outbox where mail_key like ? order by 1")
                .param("appointment.called-off/visit-" + cycle + "-%")
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2).replaceAll(".*\"sequence\":\"(\\d+)\".*", "$1"))
                .list();
    }

    private void sheetIsHandedIn() {
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        complete("inspect", Map.of("criteria", rows));
    }

    private String people(String id) {
        return persons.find(id).orElseThrow().name();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private void complete(String name, Map<String, Object> values) {
        desk.complete(task(name), values);
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }

    private int mails(String event) {
        return jdbc.sql("select count(*) from outbox where mail_key like ?")
                .param(event + "/" + cycle + "/%")
                .query(Integer.class)
                .single();
    }
}
