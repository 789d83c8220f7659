package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nepsong.catalogue.UsualParameters;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;

class LatenessPolicyTest {

    private static final LocalDate FRIDAY = LocalDate.of(2023, 8, 18);

    private final WorkingCalendar calendar = WorkingCalendar.with(List.of());

    @Test
    void theDueDayItselfAndEveryDayBeforeAreInTime() {
        assertThat(LatenessPolicy.lateDays(calendar, FRIDAY, FRIDAY)).isZero();
        assertThat(LatenessPolicy.lateDays(calendar, FRIDAY, FRIDAY.minusDays(9)))
                .isZero();
    }

    @Test
    void weekendsDoNotMakeASubmissionLate() {
        assertThat(LatenessPolicy.lateDays(calendar, FRIDAY, FRIDAY.plusDays(2)))
                .isZero();
        assertThat(LatenessPolicy.lateDays(calendar, FRIDAY, FRIDAY.plusDays(3)))
                .isEqualTo(1);
    }

    @Test
    void aLateDayCostsHalfAPointAndThreePointsAreTheMost() {
        assertThat(LatenessPolicy.penalty(0, UsualParameters.values())).isZero();
        assertThat(LatenessPolicy.penalty(5, UsualParameters.values())).isEqualByComparingTo("2.5");
        assertThat(LatenessPolicy.penalty(6, UsualParameters.values())).isEqualByComparingTo("3");
        assertThat(LatenessPolicy.penalty(60, UsualParameters.values())).isEqualByComparingTo("3");
    }
}
