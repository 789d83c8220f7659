package nepsong.selfassessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.organisation.WorkingCalendar;

/** How late a submission is and what that costs. */
public final class LatenessPolicy {

    private LatenessPolicy() {}

    /** Working days after the due day up to and including the day of the submission. */
    static int lateDays(WorkingCalendar calendar, LocalDate due, LocalDate submitted) {
        return Math.max(0, calendar.between(due, submitted));
    }

    public static BigDecimal penalty(int lateDays, ParameterValues rules) {
        return rules.get(Parameter.LATE_PER_DAY)
                .multiply(BigDecimal.valueOf(lateDays))
                .min(rules.get(Parameter.LATE_HIGHEST));
    }
}
