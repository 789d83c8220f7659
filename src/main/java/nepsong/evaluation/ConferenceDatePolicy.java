package nepsong.evaluation;

import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;

/**
 * By when the conference is held: within some working days after the draft of the report. Where a late round of opinions
 * has left fewer days than guests need to be invited, these count.
 */
public final class ConferenceDatePolicy {

    /** Working days between the invitation and the conference. */
    public static final int DAYS_OF_NOTICE = 5;

    private ConferenceDatePolicy() {}

    /** @param dueOn counted from the draft */
    public static LocalDate latest(LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        LocalDate withNotice = calendar.plus(today, DAYS_OF_NOTICE);
        return dueOn.isBefore(withNotice) ? withNotice : dueOn;
    }
}
