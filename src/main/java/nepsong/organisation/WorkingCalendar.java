package nepsong.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Deadlines are counted in working days: Monday to Friday without the public holidays, unless the table of exceptions says
 * otherwise for a day. Computed from 1900 to 2100, whatever zone the machine runs in.
 */
@Component
public class WorkingCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** The hour at which offices close and deadlines end. */
    public static final LocalTime CLOSE = LocalTime.of(17, 0);

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2100;

    private final Supplier<Map<LocalDate, CalendarDay>> exceptions;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    @Autowired
    WorkingCalendar(CalendarDays days) {
        this(days::all);
    }

    private WorkingCalendar(Supplier<Map<LocalDate, CalendarDay>> exceptions) {
        this.exceptions = exceptions;
    }

    /** Without a database, for rules that only need to count. */
    public static WorkingCalendar with(Collection<CalendarDay> exceptions) {
        Map<LocalDate, CalendarDay> days =
                exceptions.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::day, Function.identity()));
        return new WorkingCalendar(() -> days);
    }

    /** The computed holidays of a year by their Vietnamese names, compensation days included; the table is not asked. */
    public static SortedMap<LocalDate, String> holidays(int year) {
        return PublicHolidays.of(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, exceptions.get());
    }

    /**
     * The last day of a term: the day itself does not count, so that one working day from a Friday ends on Monday. A negative
     * number counts backwards. No days at all is the day itself, or the next working day where it is none.
     *
     * @throws IllegalArgumentException outside 1900–2100
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        Map<LocalDate, CalendarDay> table = exceptions.get();
        LocalDate day = from;
        if (workingDays == 0) {
            while (!isWorkingDay(day, table)) {
                day = day.plusDays(1);
            }
            return day;
        }
        int step = Integer.signum(workingDays);
        int left = Math.abs(workingDays);
        while (left > 0) {
            day = day.plusDays(step);
            if (isWorkingDay(day, table)) {
                left--;
            }
        }
        return day;
    }

    /** The working days after the first day up to and with the second; negative when the second is earlier. */
    public int between(LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            return -between(second, first);
        }
        Map<LocalDate, CalendarDay> table = exceptions.get();
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(second); day = day.plusDays(1)) {
            if (isWorkingDay(day, table)) {
                count++;
            }
        }
        return count;
    }

    /** When a deadline that ends on a day is over: 17:00 in Hà Nội. */
    public Instant dueAt(LocalDate day) {
        return day.atTime(CLOSE).atZone(ZONE).toInstant();
    }

    private boolean isWorkingDay(LocalDate day, Map<LocalDate, CalendarDay> table) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("the working calendar is computed from 1900 to 2100, not for " + day);
        }
        CalendarDay exception = table.get(day);
        if (exception != null && exception.active()) {
            return exception.kind() == CalendarDay.Kind.MAKEUP_WORK;
        }
        return !PublicHolidays.isWeekend(day)
                && !holidays.computeIfAbsent(
                                day.getYear(),
                                year -> Set.copyOf(PublicHolidays.of(year).keySet()))
                        .contains(day);
    }
}
