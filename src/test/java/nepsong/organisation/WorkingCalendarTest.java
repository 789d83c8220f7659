package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import nepsong.audit.AuditTrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.with(List.of());

    @Test
    void tetIsFiveDaysFromTheLastOfTheOldYear() {
        // 16–20 February 2026, Monday to Friday.
        assertThat(calendar.plus(day("2026-02-13"), 1)).isEqualTo(day("2026-02-23"));
        assertThat(calendar.between(day("2026-02-13"), day("2026-02-23"))).isEqualTo(1);
    }

    @Test
    void tetInsideADeadlineIsNotCounted() {
        assertThat(calendar.plus(day("2026-02-10"), 10)).isEqualTo(day("2026-03-03"));
        assertThat(calendar.plus(day("2026-03-03"), -10)).isEqualTo(day("2026-02-10"));
    }

    @ParameterizedTest
    @CsvSource({
        // Giỗ Tổ on a Sunday; then 30 April and 1 May.
        "2026-04-24, 1, 2026-04-28",
        "2026-04-29, 1, 2026-05-04",
        // Mùng 1 and 2 of 2027 fall on a weekend: two days more.
        "2027-02-04, 1, 2027-02-12",
        // 30 April 2028 is a Sunday and 1 May a Monday.
        "2028-04-28, 1, 2028-05-03",
        // 1 January 2028 is a Saturday.
        "2027-12-31, 1, 2028-01-04"
    })
    void aHolidayOnARestDayIsMadeUpForOnTheNextWorkingDay(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // 2 September on Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.
        "2024-08-30, 2024-09-04",
        "2025-08-29, 2025-09-03",
        "2026-08-31, 2026-09-03",
        "2027-09-01, 2027-09-06",
        "2022-08-31, 2022-09-05",
        "2028-08-31, 2028-09-05",
        "2029-08-31, 2029-09-05"
    })
    void nationalDayTakesTheNeighbourThatMakesTheLongerRest(LocalDate last, LocalDate next) {
        assertThat(calendar.plus(last, 1)).isEqualTo(next);
    }

    @Test
    void aSwapMovesWorkFromOneDayToAnother() {
        var swapped = WorkingCalendar.with(List.of(
                new CalendarDay(day("2026-08-31"), CalendarDay.Kind.OFF, "Hoán đổi", true),
                new CalendarDay(day("2026-08-22"), CalendarDay.Kind.MAKEUP_WORK, "Làm bù", true)));

        assertThat(swapped.isWorkingDay(day("2026-08-31"))).isFalse();
        assertThat(swapped.isWorkingDay(day("2026-08-22"))).isTrue();
        assertThat(swapped.plus(day("2026-08-21"), 1)).isEqualTo(day("2026-08-22"));
    }

    @Test
    void theTableOverrulesAHolidayUnlessItsEntryIsSwitchedOff() {
        var table = WorkingCalendar.with(List.of(
                new CalendarDay(day("2026-01-01"), CalendarDay.Kind.MAKEUP_WORK, "Trực", true),
                new CalendarDay(day("2026-11-24"), CalendarDay.Kind.OFF, "Chờ xác nhận", false)));

        assertThat(table.isWorkingDay(day("2026-01-01"))).isTrue();
        assertThat(table.isWorkingDay(day("2026-11-24"))).isTrue();
    }

    @Test
    void the24thOfNovemberIsInTheTableAndSwitchedOffUntilItIsConfirmed() {
        var days = new JdbcCalendarDays(TestDatabase.fresh());
        var stored = new WorkingCalendar(days);
        assertThat(days.all().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(2026, 2100)
                        .mapToObj(year -> LocalDate.of(year, 11, 24))
                        .toList());
        assertThat(days.all().values()).noneMatch(CalendarDay::active);
        assertThat(stored.isWorkingDay(day("2026-11-24"))).isTrue();

        days.save(new CalendarDay(day("2026-11-24"), CalendarDay.Kind.OFF, "Ngày Văn hóa Việt Nam", true));
        assertThat(stored.isWorkingDay(day("2026-11-24"))).isFalse();

        assertThat(days.remove(day("2026-11-24"))).isTrue();
        assertThat(days.remove(day("2026-11-24"))).isFalse();
        assertThat(stored.isWorkingDay(day("2026-11-24"))).isTrue();
    }

    @Test
    void anAnniversaryIsSwitchedOnForOneYearOrForAllThatFollow() {
        var days = new JdbcCalendarDays(TestDatabase.fresh());
        var stored = new WorkingCalendar(days);
        var change = new ChangeCalendar(days, mock(AuditTrail.class), mock(OneAtATime.class));

        assertThat(change.turn(day("2027-11-24"), true, false, "")).hasValue(1);
        assertThat(stored.isWorkingDay(day("2027-11-24"))).isFalse();
        assertThat(stored.isWorkingDay(day("2028-11-24"))).isTrue();

        assertThat(change.turn(day("2027-11-24"), true, true, "")).hasValue(73);
        assertThat(stored.isWorkingDay(day("2028-11-24"))).isFalse();
        assertThat(stored.isWorkingDay(day("2026-11-24"))).isTrue();
        assertThat(change.turn(day("2027-11-25"), true, true, "")).isEmpty();
    }

    @Test
    void noDaysAtAllIsTheNextWorkingDay() {
        assertThat(calendar.plus(day("2026-11-23"), 0)).isEqualTo(day("2026-11-23"));
        assertThat(calendar.plus(day("2026-11-21"), 0)).isEqualTo(day("2026-11-23"));
    }

    @Test
    void betweenUndoesPlus() {
        for (int days = -300; days <= 300; days++) {
            LocalDate from = day("2026-01-15").plusDays(days);
            assertThat(calendar.between(from, calendar.plus(from, Math.abs(days) + 1)))
                    .isEqualTo(Math.abs(days) + 1);
        }
        assertThat(calendar.between(day("2026-02-23"), day("2026-02-13"))).isEqualTo(-1);
    }

    @Test
    void aDeadlineEndsAtFiveInHanoi() {
        assertThat(calendar.dueAt(day("2026-02-23"))).isEqualTo(Instant.parse("2026-02-23T10:00:00Z"));
    }

    @Test
    void theMachinesZoneChangesNothing() {
        TimeZone zone = TimeZone.getDefault();
        try {
            List<Object> inUtc = answersIn("UTC");
            assertThat(answersIn("America/New_York")).isEqualTo(inUtc);
            assertThat(answersIn("Asia/Ho_Chi_Minh")).isEqualTo(inUtc);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theTableSurvivesEveryZone() {
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String id : List.of("UTC", "America/New_York", "Asia/Ho_Chi_Minh")) {
                TimeZone.setDefault(TimeZone.getTimeZone(id));
                var days = new JdbcCalendarDays(TestDatabase.fresh());
                days.save(new CalendarDay(day("2026-08-22"), CalendarDay.Kind.MAKEUP_WORK, "Làm bù", true));
                assertThat(days.all().keySet())
                        .startsWith(day("2026-08-22"), day("2026-11-24"), day("2027-11-24"))
                        .endsWith(day("2100-11-24"));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void yearsThatAreNotComputedAreRefused() {
        assertThatThrownBy(() -> calendar.plus(day("2100-12-30"), 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.isWorkingDay(day("1899-12-29"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Object> answersIn(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var fresh = WorkingCalendar.with(List.of());
        List<Object> answers = new ArrayList<>();
        for (LocalDate day = day("2024-01-01"); day.getYear() < 2031; day = day.plusDays(1)) {
            LocalDate due = fresh.plus(day, 5);
            answers.add(due);
            answers.add(fresh.dueAt(due));
        }
        return answers;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
