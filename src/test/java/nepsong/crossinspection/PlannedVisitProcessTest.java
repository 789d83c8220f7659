package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.THIRD;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.engine.FormRefusedException;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When, where and by whom a unit is visited. */
@ProcessTest
class PlannedVisitProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final MovableClock clock;
    private final Inspections inspections;
    private final WorkingCalendar calendar;
    private final IdentityService identities;
    private final Delegations delegations;
    private final JdbcClient jdbc;

    @Autowired
    PlannedVisitProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            MovableClock clock,
            Inspections inspections,
            WorkingCalendar calendar,
            IdentityService identities,
            Delegations delegations,
            JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.clock = clock;
        this.inspections = inspections;
        this.calendar = calendar;
        this.identities = identities;
        this.delegations = delegations;
        this.jdbc = jdbc;
    }

    @Test
    void aVisitIsPlannedForAWorkingDayWithNoticeAndWithoutAClash() {
        Task task = pair.task("schedule");
        LocalDate earliest = calendar.plus(pair.today(), 5);
        LocalDate saturday = earliest.plusDays(6 - earliest.getDayOfWeek().getValue() % 7 + 7L);
        refusesPlan(task, saturday.atTime(9, 0), "không phải là ngày làm việc");
        refusesPlan(task, earliest.atTime(7, 0), "8:00–16:30");
        refusesPlan(task, calendar.plus(pair.today(), 1).atTime(9, 0), "5 ngày làm việc");
        refusesPlan(task, LocalDateTime.of(2100, 12, 31, 9, 0), "từ hôm nay đến một năm sau");
        desk.complete(
                task,
                Map.of(
                        "announcement",
                        "unannounced",
                        "plannedAt",
                        calendar.plus(pair.today(), 1).atTime(9, 0).toString()));
        assertThat(pair.mails("cross-inspection.scheduled")).isEqualTo(1);

        String first = pair.cycle();
        pair.begin();
        refusesPlan(pair.task("schedule"), calendar.plus(pair.today(), 1).atTime(10, 0), "5 ngày làm việc");
        assertThatThrownBy(() -> desk.complete(
                        pair.task("schedule"),
                        Map.of(
                                "announcement",
                                "unannounced",
                                "plannedAt",
                                calendar.plus(pair.today(), 1).atTime(14, 0).toString())))
                .hasMessageContaining("đã có lịch kiểm tra");
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(first)
                .update();
    }

    @Test
    void aUnitHasOneVisitInAHalfDayAndTheFormProposesAFreeOne() {
        LocalDateTime planned = calendar.plus(pair.today(), 5).atTime(9, 0);
        pair.complete("schedule", Map.of());
        pair.callIn(INSPECTING, "Quận Tây Hồ", THIRD, "Quận Hoàn Kiếm");
        Task other = desk.task(pair.cycle() + "/" + INSPECTING, "schedule");
        assertThat(desk.form(other))
                .containsEntry("plannedAt", planned.withHour(14).toString());
        refusesPlan(other, planned.withHour(10), "Quận Tây Hồ đã có lịch kiểm tra khác trong buổi này");
        desk.complete(other, Map.of("transport", "Xe ô tô của đơn vị"));
        assertThat(inspections.get(pair.cycle(), INSPECTING).plannedAt()).isEqualTo(planned.withHour(14));
    }

    @Test
    void aVisitNamesTheGroupsOfCriteriaThatItIsAbout() {
        assertThat((List<String>) desk.form(pair.task("schedule")).get("scope")).startsWith("CS-A", "CS-B");
        pair.complete("schedule", Map.of("scope", List.of("CS-A", "CS-C"), "transport", "Xe ô tô của đơn vị"));
        assertThat(jdbc.sql("select scope from inspections where cycle = ?")
                        .param(pair.cycle())
                        .query(String.class)
                        .single())
                .isEqualTo("CS-A CS-C");
    }

    @Test
    void aRoleAtTheInspectedUnitKeepsSomebodyOutOfWhomNothingElseIsKnown() {
        identities.createMembership("member1", Groups.headAt(UNIT));
        try {
            assertThatThrownBy(() -> pair.complete("schedule", Map.of("participants", List.of("member1"))))
                    .hasMessageContaining("thuộc đơn vị được kiểm tra");
        } finally {
            identities.deleteMembership("member1", Groups.headAt(UNIT));
        }
    }

    @Test
    void nobodyIsSentWhileASubstituteStandsInForThem() {
        LocalDate today = LocalDate.now((Clock) clock);
        Delegation leave = new Delegation(
                pair.cycle(),
                "qtayhoInspector",
                "qtayhoCoordinator",
                today,
                today.plusDays(60),
                Set.of(TaskKind.CROSS_INSPECTION),
                "qtayhoInspector",
                null);
        delegations.add(leave, clock.instant());
        try {
            assertThatThrownBy(() -> pair.complete("schedule", Map.of("participants", List.of("qtayhoInspector"))))
                    .hasMessageContaining("vắng trong ngày này, người làm thay là");
        } finally {
            jdbc.sql("delete from delegations where id = ?").param(pair.cycle()).update();
            delegations.end(pair.cycle(), "qtayhoInspector", clock.instant());
        }
        pair.complete("schedule", Map.of("participants", List.of("qtayhoInspector")));
    }

    private void refusesPlan(Task task, LocalDateTime plannedAt, String reason) {
        assertThatThrownBy(() -> desk.complete(task, Map.of("plannedAt", plannedAt.toString())))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining(reason);
    }
}
