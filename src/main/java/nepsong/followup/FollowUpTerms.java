package nepsong.followup;

import java.time.Clock;
import java.time.LocalDate;
import nepsong.cycle.Cycles;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** By when a report is awaited: on the conference's day, but nobody is late on the day on which they are told. */
@Component
class FollowUpTerms {

    private static final String STEP = "follow-up.report";

    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    FollowUpTerms(Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate dueOn(String cycle, LocalDate wanted) {
        LocalDate today = LocalDate.now(clock);
        return wanted.isAfter(today) ? wanted : calendar.plus(today, cycles.workingDays(cycle, STEP));
    }
}
