package nepsong.organisation;

import java.time.LocalDate;
import java.util.Map;

/** The exceptions that the authorities announce year by year. */
public interface CalendarDays {

    /** In the order of the calendar, the inactive ones included. */
    Map<LocalDate, CalendarDay> all();

    /** Replaces what was there for that day. */
    void save(CalendarDay day);

    /** Returns whether there was anything to remove. */
    boolean remove(LocalDate day);
}
