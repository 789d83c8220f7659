package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import nepsong.reminder.EscalateOverdue;
import nepsong.reminder.Escalation;
import nepsong.reminder.Escalations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By when the sheet of a visit is handed in, and what becomes of one that is late. */
@ProcessTest
class LateSheetProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final MovableClock clock;
    private final Cycles cycles;
    private final Inspections inspections;
    private final WorkingCalendar calendar;
    private final AskForExtension asking;
    private final EscalateOverdue escalate;
    private final Escalations escalations;
    private final JdbcClient jdbc;

    @Autowired
    LateSheetProcessTest(
            AutowireCapableBeanFactory beans,
            MovableClock clock,
            Cycles cycles,
            Inspections inspections,
            WorkingCalendar calendar,
            AskForExtension asking,
            EscalateOverdue escalate,
            Escalations escalations,
            JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.clock = clock;
        this.cycles = cycles;
        this.inspections = inspections;
        this.calendar = calendar;
        this.asking = asking;
        this.escalate = escalate;
        this.escalations = escalations;
        this.jdbc = jdbc;
    }

    @Test
    void theSheetIsLateAfterTheDaysThatTheCycleGivesIt() {
        cycles.changeDeadlines(pair.cycle(), Map.of("cross-inspection.inspect", 4));
        pair.complete("schedule", Map.of());
        LocalDate due = calendar.plus(calendar.plus(pair.today(), 5), 4);
        assertThat(inspections.get(pair.cycle(), UNIT).dueOn()).isEqualTo(due);
        assertThat(pair.task("inspect").getDueDate().toInstant()).isEqualTo(calendar.dueAt(due));
    }

    @Test
    void aSheetThatComesAfterTwoWorkingDaysIsLate() {
        pair.complete("schedule", Map.of());
        clock.forward(Duration.ofDays(30));
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        Inspection late = inspections.get(pair.cycle(), UNIT);
        assertThat(late.lateDays()).isEqualTo(calendar.between(late.dueOn(), pair.today()));
        assertThat(late.late()).isTrue();
    }

    @Test
    void moreTimeForTheSheetStopsItsLateness() {
        pair.complete("schedule", Map.of());
        LocalDate due = inspections.get(pair.cycle(), UNIT).dueOn();
        assertThat(asking.ask(
                        pair.task("inspect").getId(),
                        "qtayhoInspector",
                        calendar.plus(due, 5),
                        "Người kiểm tra bị ốm sau buổi kiểm tra, cần thêm thời gian"))
                .isEmpty();
        pair.complete("decideExtension", Map.of("decision", "approve"));
        assertThat(inspections.get(pair.cycle(), UNIT).dueOn()).isEqualTo(calendar.plus(due, 5));
        clock.forward(Duration.ofDays(ChronoUnit.DAYS.between(pair.today(), calendar.plus(due, 4))));
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        assertThat(inspections.get(pair.cycle(), UNIT).lateDays()).isZero();
    }

    @Test
    void aLateSheetStandsInTheFileOfTheUnitThatOwesIt() {
        pair.complete("schedule", Map.of());
        clock.forward(Duration.ofDays(30));
        escalate.escalate();
        assertThat(escalations.of(new Affair(pair.cycle(), INSPECTING)))
                .extracting(Escalation::group)
                .contains(Groups.headAt(INSPECTING), Groups.HEAD_OF_TEAM);
        assertThat(escalations.of(new Affair(pair.cycle(), UNIT))).isEmpty();
        assertThat(jdbc.sql("select distinct unit from audit_events where cycle = ? and action = 'escalation.overdue'")
                        .param(pair.cycle())
                        .query(String.class)
                        .list())
                .containsExactly(INSPECTING);
    }
}
