package nepsong.directive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.cycle.StartCycle;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;

class StartCycleFormTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T18:00:00Z");

    private final Cycles cycles = mock(Cycles.class);

    @Test
    void theFirstCycleIsThisYearsAndTheDemonstrationsThatOf2023() {
        assertThat(open(false))
                .containsEntry("year", 2027)
                .hasEntrySatisfying("name", name -> assertThat(name.toString()).endsWith("năm 2027"));
        assertThat(open(true)).containsEntry("year", 2023);
    }

    @Test
    void everyOtherIsTheNextAfterTheNewest() {
        when(cycles.all()).thenReturn(List.of(Trial.cycle("2023", NEW_YEAR)));
        int next = cycles.all().get(0).year() + 1;

        assertThat(open(false)).containsEntry("year", next);
        assertThat(open(true)).containsEntry("year", next);
    }

    private Map<String, Object> open(boolean demonstration) {
        return new StartCycleForm(
                        cycles,
                        mock(StartCycle.class),
                        new DemonstrationSettings(demonstration, true, null),
                        Clock.fixed(NEW_YEAR, WorkingCalendar.ZONE))
                .open("office");
    }
}
