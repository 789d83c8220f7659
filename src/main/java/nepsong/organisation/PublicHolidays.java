package nepsong.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The paid public holidays of the Labour Code, computed; what the government decides for a year overrules them through the
 * table of exceptions.
 *
 * <ul>
 *   <li>1 January; Tết, five days: the last of the lunar year and mùng 1 to 4; 10/3 lunar; 30 April; 1 May.
 *   <li>2 September and one day beside it: of 1 and 3 September the one that is a working day and makes the longer rest;
 *       where both make the same, the day before.
 *   <li>A holiday on a Saturday or Sunday is made up for on the next working day.
 * </ul>
 */
final class PublicHolidays {

    private static final String COMPENSATION = "Nghỉ bù %s";

    private PublicHolidays() {}

    /** Name by day, compensation days included. */
    static SortedMap<LocalDate, String> of(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "Tết Dương lịch");
        LocalDate newYear = LunarCalendar.solarOf(LunarDate.of(year, 1, 1));
        days.put(newYear.minusDays(1), "Tết Nguyên đán (ngày cuối năm âm lịch)");
        for (int day = 1; day <= 4; day++) {
            days.put(newYear.plusDays(day - 1L), "Tết Nguyên đán (mùng %d)".formatted(day));
        }
        days.put(LunarCalendar.solarOf(LunarDate.of(year, 3, 10)), "Giỗ Tổ Hùng Vương");
        days.put(LocalDate.of(year, 4, 30), "Ngày Giải phóng miền Nam");
        days.put(LocalDate.of(year, 5, 1), "Quốc tế Lao động");
        LocalDate nationalDay = LocalDate.of(year, 9, 2);
        days.put(nationalDay, "Quốc khánh");
        days.put(besideNationalDay(nationalDay), "Quốc khánh (ngày liền kề)");
        compensate(days);
        return days;
    }

    private static LocalDate besideNationalDay(LocalDate nationalDay) {
        LocalDate before = nationalDay.minusDays(1);
        LocalDate after = nationalDay.plusDays(1);
        if (isWeekend(before)) {
            return after;
        }
        return isWeekend(after) || restAround(nationalDay, before) >= restAround(nationalDay, after) ? before : after;
    }

    /** Days of unbroken rest around National Day when another day is taken off with it. */
    private static int restAround(LocalDate nationalDay, LocalDate other) {
        List<LocalDate> off = List.of(nationalDay, other);
        int length = 1;
        for (LocalDate day = nationalDay.plusDays(1); off.contains(day) || isWeekend(day); day = day.plusDays(1)) {
            length++;
        }
        for (LocalDate day = nationalDay.minusDays(1); off.contains(day) || isWeekend(day); day = day.minusDays(1)) {
            length++;
        }
        return length;
    }

    private static void compensate(SortedMap<LocalDate, String> days) {
        for (Map.Entry<LocalDate, String> holiday : List.copyOf(days.entrySet())) {
            if (isWeekend(holiday.getKey())) {
                LocalDate free = holiday.getKey();
                while (isWeekend(free) || days.containsKey(free)) {
                    free = free.plusDays(1);
                }
                days.put(free, COMPENSATION.formatted(holiday.getValue()));
            }
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
