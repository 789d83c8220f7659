package nepsong.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.Seen;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The days of a year that are not as the week would have them, and those that the table names.
 *
 * @param workingDays of the whole year
 */
public record CalendarYear(int number, List<Row> rows, long workingDays) {

    private static final List<String> WEEK =
            List.of("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật");

    /**
     * @param holiday the computed one, empty where there is none
     * @param entry   of the table
     * @param later   whether the table has the same day in later years too
     */
    public record Row(
            LocalDate day,
            String weekday,
            String holiday,
            @Nullable CalendarDay entry,
            boolean later,
            boolean workingDay) {

        /** Of what the row shows, for whoever changes it. */
        public String seen() {
            return Seen.mark(entry);
        }

        public boolean isOverruled() {
            return entry != null && entry.active() && !holiday.isEmpty();
        }
    }

    /** @param later of the table's days, those that come again in a later year */
    static CalendarYear of(
            int year, WorkingCalendar calendar, Map<LocalDate, CalendarDay> table, Set<LocalDate> later) {
        SortedMap<LocalDate, String> holidays = WorkingCalendar.holidays(year);
        TreeSet<LocalDate> days = new TreeSet<>(holidays.keySet());
        table.keySet().stream().filter(day -> day.getYear() == year).forEach(days::add);
        LocalDate first = LocalDate.of(year, 1, 1);
        return new CalendarYear(
                year,
                days.stream()
                        .map(day -> new Row(
                                day,
                                WEEK.get(day.getDayOfWeek().getValue() - 1),
                                holidays.getOrDefault(day, ""),
                                table.get(day),
                                later.contains(day),
                                calendar.isWorkingDay(day)))
                        .toList(),
                first.datesUntil(first.plusYears(1))
                        .filter(calendar::isWorkingDay)
                        .count());
    }
}
