package nepsong.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The exceptions that the authorities announce year by year. */
public interface CalendarDays {

    /** In the order of the calendar, the inactive ones included. */
    Map<LocalDate, CalendarDay> all();

    /** As it is now, and not as it was a moment ago. */
    Optional<CalendarDay> find(LocalDate day);

    /** Replaces what was there for that day. */
    void save(CalendarDay day);

    /** Returns whether there was anything to remove. */
    boolean remove(LocalDate day);
}
