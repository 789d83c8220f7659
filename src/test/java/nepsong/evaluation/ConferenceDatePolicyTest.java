package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;

class ConferenceDatePolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 11, 6);

    private final WorkingCalendar calendar = WorkingCalendar.with(List.of());

    @Test
    void theDaysAfterTheDraftBoundTheConference() {
        LocalDate dueOn = LocalDate.of(2023, 11, 17);
        assertThat(ConferenceDatePolicy.latest(dueOn, TODAY, calendar)).isEqualTo(dueOn);
    }

    @Test
    void guestsAreInvitedInTimeHoweverLateTheOpinionsWere() {
        assertThat(ConferenceDatePolicy.latest(LocalDate.of(2023, 11, 8), TODAY, calendar))
                .isEqualTo(LocalDate.of(2023, 11, 13));
    }
}
