package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.THIRD;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
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
import java.util.stream.Collectors;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.cycle.Refusal;
import nepsong.notification.CallOffAppointments;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A visit that is planned and not held yet: its hour, its place and its people change. */
@ProcessTest
class MovedVisitProcessTest {

    private static final String MOVED = "Cán bộ kiểm tra đi dự hội nghị của Thành phố ngày đó";
    private static final Visitors AS_PLANNED = new Visitors(List.of("qtayhoInspector"), null);

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final MovableClock clock;
    private final Inspections inspections;
    private final RescheduleVisit rescheduling;
    private final CallOffAppointments callOff;
    private final AskForExtension asking;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final MockMvc browser;

    @Autowired
    MovedVisitProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            MovableClock clock,
            Inspections inspections,
            RescheduleVisit rescheduling,
            CallOffAppointments callOff,
            AskForExtension asking,
            WorkingCalendar calendar,
            TaskService tasks,
            JdbcClient jdbc,
            WebApplicationContext context) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.clock = clock;
        this.inspections = inspections;
        this.rescheduling = rescheduling;
        this.callOff = callOff;
        this.asking = asking;
        this.calendar = calendar;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @Test
    void aVisitIsMovedWithItsDeadlineAndEverybodyWhoWasToldHearsOfIt() throws Exception {
        pair.complete("schedule", Map.of());
        LocalDateTime old = inspections.get(pair.cycle(), UNIT).plannedAt();
        LocalDateTime moved = calendar.plus(old.toLocalDate(), 3).atTime(14, 0);
        Task sheet = pair.task("inspect");
        assertThat(page("qtayhoInspector")).contains("Lịch hiện nay", "Đổi lịch kiểm tra");

        refusesMove("qtayhoInspector", old, "Trụ sở Quận Ba Đình", "Chưa có gì thay đổi");
        refusesMove("qtayhoInspector", moved, "", "“Địa điểm” cần từ 3");
        refusesMove("qtayhoInspector", moved.withHour(7), "Nhà B", "8:00–16:30");
        refusesMove("qtayhoInspector", calendar.plus(pair.today(), 4).atTime(9, 0), "Nhà B", "ít nhất 5 ngày làm việc");
        refusesMove("qtayhoInspector", nextSunday(old).atTime(9, 0), "Nhà B", "không phải là ngày làm việc");
        assertThat(reasons(reschedule(moved, "Nhà B", "Ngắn quá", "qtayhoInspector")))
                .contains("20 đến 20.000");
        assertThat(move("qtayhoInspector", "ngày mai", "Nhà B"))
                .as("what cannot be read leaves what was typed")
                .contains("hãy chọn một ngày và một giờ có thật", "Nhà B", MOVED);
        assertThat(pair.task("inspect").getDueDate()).isEqualTo(sheet.getDueDate());
        assertThat(pair.mails("cross-inspection.rescheduled")).isZero();

        assertThat(move("qtayhoInspector", moved.toString(), "Nhà văn hóa Quận Ba Đình"))
                .contains("Đã đổi lịch", "Các lần đổi lịch", MOVED);
        assertThat(reschedule(moved, "Nhà văn hóa Quận Ba Đình", MOVED, "qtayhoInspector"))
                .as("a double click")
                .isEmpty();
        Inspection now = inspections.get(pair.cycle(), UNIT);
        assertThat(now.plannedAt()).isEqualTo(moved);
        assertThat(now.place()).isEqualTo("Nhà văn hóa Quận Ba Đình");
        assertThat(now.dueOn()).isEqualTo(calendar.plus(moved.toLocalDate(), 2));
        assertThat(pair.task("inspect").getDueDate().toInstant()).isEqualTo(calendar.dueAt(now.dueOn()));
        assertThat(desk.form(pair.task("inspect")).get("plannedText").toString())
                .contains("Nhà văn hóa Quận Ba Đình");

        assertThat(invited("cross-inspection.scheduled"))
                .containsExactlyInAnyOrder("qbadinhCoordinator 0", "qbadinhHead 0", "qtayhoInspector 0");
        assertThat(invited("cross-inspection.rescheduled"))
                .as("the same entry of the calendar, moved")
                .containsExactlyInAnyOrder("qbadinhCoordinator 1", "qbadinhHead 1", "qtayhoInspector 1", "secretary 1");
        assertThat(jdbc.sql("select distinct facts from outbox where mail_key like ?")
                        .param("cross-inspection.rescheduled/" + pair.cycle() + "/%")
                        .query(String.class)
                        .single())
                .contains("\"uid\":\"visit-" + pair.cycle() + "-q-ba-dinh@nepsong\"", MOVED, "Trụ sở Quận Ba Đình");
        assertThat(jdbc.sql(
                                """
                                select actor || ': ' || before_values || ' -> ' || after_values from audit_events
                                where cycle = ? and unit = ? and action = 'visit.moved'
                                """)
                        .params(pair.cycle(), UNIT)
                        .query(String.class)
                        .single())
                .startsWith("qtayhoInspector: ")
                .contains(old + "\"", " -> ", moved + "\"");
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "qbadinhHead"))
                .contains("Đổi lịch kiểm tra", "sang 14:00", "Nhà văn hóa Quận Ba Đình", MOVED)
                .doesNotContain("/visits/");
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "secretary"))
                .contains("/visits/" + pair.cycle() + "/" + UNIT);

        assertThat(move("secretary", moved.toString(), "Trụ sở Quận Ba Đình")).contains("Đã đổi lịch");
        assertThat(invited("cross-inspection.rescheduled")).contains("qbadinhHead 2");
        assertThat(withdrawn())
                .containsExactly("qbadinhCoordinator 3", "qbadinhHead 3", "qtayhoInspector 3", "secretary 3");
    }

    @Test
    void onlyWhoeverHoldsTheSheetOrTheSecretaryMovesAVisitAndOnlyTheSecretaryOnceItShouldHaveBegun() throws Exception {
        pair.complete("schedule", Map.of());
        LocalDateTime old = inspections.get(pair.cycle(), UNIT).plannedAt();
        for (String other : List.of("qbadinhHead", "qbadinhInspector", "qtayhoHead", "qhoankiemInspector", "member1")) {
            assertThat(status("/visits/" + pair.cycle() + "/" + UNIT, other))
                    .as(other)
                    .isEqualTo(404);
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
        LocalDateTime moved = calendar.plus(pair.today(), 5).atTime(9, 0);
        assertThat(move("secretary", moved.toString(), "Trụ sở Quận Ba Đình")).contains("Đã đổi lịch");
        assertThat(inspections.get(pair.cycle(), UNIT).plannedAt()).isEqualTo(moved);

        sheetIsHandedIn();
        assertThat(status("/visits/" + pair.cycle() + "/" + UNIT, "secretary")).isEqualTo(404);
    }

    @Test
    void anUnannouncedVisitIsMovedWithoutAWordToTheUnit() throws Exception {
        pair.complete(
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
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "secretary"))
                .contains("đổi lịch từ", MOVED);
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "qbadinhHead"))
                .doesNotContain("đổi lịch từ", MOVED);
        clock.forward(
                Duration.between(Instant.now((Clock) clock), sooner.withHour(12).atZone(WorkingCalendar.ZONE)));
        refusesMove("qtayhoInspector", sooner.withHour(9), "Nhà B", "“Thời gian kiểm tra” đã qua");

        pair.callIn(INSPECTING, "Quận Tây Hồ", THIRD, "Quận Hoàn Kiếm");
        LocalDateTime surprise = calendar.plus(pair.today(), 2).atTime(9, 0);
        desk.complete(
                desk.task(pair.cycle() + "/" + INSPECTING, "schedule"),
                Map.of("announcement", "unannounced", "plannedAt", surprise.toString()));
        refusesMove("secretary", surprise.withHour(10), "Nhà B", "Quận Tây Hồ đã có lịch kiểm tra khác");
        assertThat(move("qtayhoInspector", surprise.withHour(10).toString(), "Nhà B"))
                .as("who is to be surprised is not told by a refusal")
                .contains("Đã đổi lịch");

        pair.callIn(THIRD, "Quận Hoàn Kiếm", UNIT, "Quận Ba Đình");
        LocalDateTime theirs = calendar.plus(pair.today(), 6).atTime(9, 0);
        desk.complete(desk.task(pair.cycle() + "/" + THIRD, "schedule"), Map.of("plannedAt", theirs.toString()));
        refusesMove("qtayhoInspector", theirs.withHour(10), "Nhà B", "Quận Ba Đình đã có lịch kiểm tra khác");
    }

    @Test
    void timeThatWasGrantedForTheSheetIsKeptWhenItsVisitMoves() {
        pair.complete("schedule", Map.of());
        Inspection before = inspections.get(pair.cycle(), UNIT);
        LocalDate until = calendar.plus(before.dueOn(), 2);
        asking.ask(pair.task("inspect").getId(), "qtayhoInspector", until, MOVED);
        LocalDateTime moved = calendar.plus(before.plannedAt().toLocalDate(), 4).atTime(9, 0);
        assertThat(reschedule(moved, before.place(), MOVED, "secretary")).isEmpty();
        LocalDate due = calendar.plus(before.dueOn(), 4);
        assertThat(inspections.get(pair.cycle(), UNIT).dueOn()).isEqualTo(due);
        desk.complete(pair.task("decideExtension"), Map.of("decision", "approve"));
        assertThat(pair.task("inspect").getDueDate().toInstant())
                .as("granting takes no time away")
                .isEqualTo(calendar.dueAt(due));
    }

    @Test
    void whoComesToAPlannedVisitIsChangedByTheRulesOfScheduling() throws Exception {
        pair.complete("schedule", Map.of("observer", "member1"));
        assertThat(inspections.visitors(pair.cycle(), UNIT))
                .isEqualTo(new Visitors(List.of("qtayhoInspector"), "member1"));
        assertThat(invited("cross-inspection.scheduled")).contains("member1 0");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(pair.cycle() + "/" + UNIT)
                        .taskCandidateUser("member1")
                        .count())
                .as("who watches is offered nothing")
                .isZero();
        Inspection before = inspections.get(pair.cycle(), UNIT);
        Task sheet = pair.task("inspect");
        assertThat(page("qtayhoInspector")).contains(pair.nameOf("member1"), "Người giám sát của Đoàn");

        refusesVisitors(new Visitors(List.of(), null), "ít nhất một người");
        refusesVisitors(new Visitors(List.of("qhoankiemInspector"), null), "chỉ gồm cán bộ của đơn vị kiểm tra");
        refusesVisitors(
                new Visitors(List.of("member1", "qtayhoInspector"), "member1"), "không đồng thời là người giám sát");
        refusesVisitors(new Visitors(List.of("qtayhoInspector"), "qbadinhHead"), "phải là người của Đoàn");
        refusesVisitors(new Visitors(List.of("qtayhoInspector"), "member1"), "Chưa có gì thay đổi");
        assertThat(pair.mails("cross-inspection.rescheduled")).isZero();

        Visitors joined = new Visitors(List.of("member1", "qtayhoInspector"), null);
        assertThat(change(joined, "qtayhoInspector")).isEmpty();
        assertThat(inspections.visitors(pair.cycle(), UNIT)).isEqualTo(joined);
        assertThat(invited("cross-inspection.rescheduled")).contains("member1 1", "qbadinhHead 1");
        assertThat(change(AS_PLANNED, "secretary")).isEmpty();
        assertThat(inspections.visitors(pair.cycle(), UNIT)).isEqualTo(AS_PLANNED);
        assertThat(inspections.get(pair.cycle(), UNIT)).isEqualTo(before);
        assertThat(pair.task("inspect").getDueDate()).isEqualTo(sheet.getDueDate());
        assertThat(invited("cross-inspection.rescheduled")).doesNotContain("member1 2");
        assertThat(invited("cross-inspection.released"))
                .as("taken out of the calendar of whoever need not come")
                .containsExactly("member1 2");
        assertThat(page("secretary"))
                .contains("Thêm: " + pair.nameOf("member1"), "Thôi tham gia: " + pair.nameOf("member1"));
        assertThat(get("/units/" + UNIT + "?cycle=" + pair.cycle(), "secretary"))
                .contains("đổi người của cuộc kiểm tra lúc", MOVED);
        assertThat(jdbc.sql(
                                "select after_values from audit_events where cycle = ? and action = 'visit.moved' order by id")
                        .param(pair.cycle())
                        .query(String.class)
                        .list()
                        .get(0))
                .contains("\"participants\":\"member1\"");
        assertThat(withdrawn())
                .as("who was released is not told again")
                .containsExactly("qbadinhCoordinator 3", "qbadinhHead 3", "qtayhoInspector 3", "secretary 3");
    }

    private List<Refusal> change(Visitors visitors, String person) {
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        return rescheduling.reschedule(
                pair.cycle(), UNIT, new VisitMove(planned.plannedAt(), planned.place(), visitors, MOVED), person);
    }

    private void refusesVisitors(Visitors visitors, String reason) {
        assertThat(reasons(change(visitors, "secretary"))).contains(reason);
    }

    private LocalDate nextWorkingDay() {
        return calendar.plus(pair.today(), 1);
    }

    private static LocalDate nextSunday(LocalDateTime from) {
        return from.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    private void refusesMove(String person, LocalDateTime at, String place, String reason) {
        assertThat(reasons(reschedule(at, place, MOVED, person))).contains(reason);
    }

    private List<Refusal> reschedule(LocalDateTime at, String place, String reason, String person) {
        return rescheduling.reschedule(pair.cycle(), UNIT, new VisitMove(at, place, AS_PLANNED, reason), person);
    }

    private static String reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" · "));
    }

    private String page(String person) throws Exception {
        return get("/visits/" + pair.cycle() + "/" + UNIT, person);
    }

    /** What the page says afterwards. */
    private String move(String person, String at, String place) throws Exception {
        var answer = browser.perform(post("/visits/" + pair.cycle() + "/" + UNIT)
                        .with(user(person))
                        .with(csrf())
                        .param("plannedAt", at)
                        .param("place", place)
                        .param("participants", AS_PLANNED.participants().toArray(String[]::new))
                        .param("reason", MOVED))
                .andReturn();
        return browser.perform(MockMvcRequestBuilders.get("/visits/" + pair.cycle() + "/" + UNIT)
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
                .param(event + "/" + pair.cycle() + "/%")
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2).replaceAll(".*\"sequence\":\"(\\d+)\".*", "$1"))
                .list();
    }

    /** Whose calendars a pair.cycle() that is withdrawn takes the visit out of, and with which number. */
    private List<String> withdrawn() {
        callOff.of(pair.cycle(), MOVED);
        return jdbc.sql("select recipient_person, facts from outbox where mail_key like ? order by 1")
                .param("appointment.called-off/visit-" + pair.cycle() + "-%")
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2).replaceAll(".*\"sequence\":\"(\\d+)\".*", "$1"))
                .list();
    }

    private void sheetIsHandedIn() {
        List<Map<String, Object>> rows = desk.rows(pair.task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        pair.complete("inspect", Map.of("criteria", rows, "accuracyReason", InspectedPair.INDOORS));
    }
}
