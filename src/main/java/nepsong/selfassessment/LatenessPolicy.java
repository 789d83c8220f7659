package nepsong.selfassessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;

/** How late a submission is and what that costs: half a point per working day, three points at most. */
public final class LatenessPolicy {

    private static final BigDecimal PER_DAY = new BigDecimal("0.5");
    private static final BigDecimal AT_MOST = BigDecimal.valueOf(3);

    private LatenessPolicy() {}

    /** Working days after the due day up to and including the day of the submission. */
    static int lateDays(WorkingCalendar calendar, LocalDate due, LocalDate submitted) {
        return Math.max(0, calendar.between(due, submitted));
    }

    public static BigDecimal penalty(int lateDays) {
        return PER_DAY.multiply(BigDecimal.valueOf(lateDays)).min(AT_MOST);
    }
}
