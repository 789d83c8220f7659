package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.cycle.Cycle;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;

class ForecastPolicyTest {

    /** A Monday with no holiday near. */
    private static final LocalDate TODAY = LocalDate.of(2023, 6, 5);

    private final ForecastPolicy policy = new ForecastPolicy(WorkingCalendar.with(List.of()));

    @Test
    void whatIsLeftOfTheStageTakesAsLongAsThePaceSaysAndTheRestItsDeadlines() {
        Forecast forecast = policy.forecast(running(20, 4), pace(10, 5), TODAY, LocalDate.of(2023, 6, 23))
                .orElseThrow();

        assertThat(forecast.stage()).isEqualTo(Stage.SELF_ASSESSMENT);
        assertThat(forecast.perDay()).isEqualTo(2);
        assertThat(forecast.left()).isEqualTo(20);
        assertThat(forecast.stageEnd()).isEqualTo(LocalDate.of(2023, 6, 19));
        assertThat(forecast.end()).isEqualTo(LocalDate.of(2023, 6, 26));
        assertThat(forecast.delay()).isEqualTo(1);
    }

    @Test
    void tasksThatAreStillToBeOfferedAreCounted() {
        Forecast forecast = policy.forecast(
                        running(2, 4, "a", "b", "c", "d", "e", "f"),
                        new ForecastPolicy.Pace(Map.of(), 4, 4, 4),
                        TODAY,
                        null)
                .orElseThrow();

        assertThat(forecast.left()).isEqualTo(6 * 4 - 4);
        assertThat(forecast.stageEnd()).isEqualTo(LocalDate.of(2023, 7, 3));
    }

    @Test
    void withoutAnyPaceTheDeadlinesOfTheStepsStandIn() {
        Forecast forecast =
                policy.forecast(running(20, 0), pace(0, 5), TODAY, null).orElseThrow();

        assertThat(forecast.measured()).isFalse();
        assertThat(forecast.stageEnd()).isEqualTo(LocalDate.of(2023, 6, 20));
    }

    @Test
    void aCycleThatIsOverHasNoForecast() {
        CycleProgress over = new CycleProgress(
                cycle(), CycleState.FINISHED, Stage.COMMENDATION, running(0, 0).stages(), List.of());

        assertThat(policy.forecast(over, pace(1, 1), TODAY, null)).isEmpty();
    }

    private static ForecastPolicy.Pace pace(int completed, int days) {
        return new ForecastPolicy.Pace(Map.of(Stage.SELF_ASSESSMENT, 11, Stage.EVALUATION, 5), 0, completed, days);
    }

    private static CycleProgress running(int open, int done, String... units) {
        List<StageProgress> stages = Stream.of(Stage.values())
                .map(stage -> stage == Stage.SELF_ASSESSMENT
                        ? new StageProgress(stage, Situation.RUNNING, Instant.EPOCH, null, open, done, 0)
                        : new StageProgress(stage, Situation.WAITING, null, null, 0, 0, 0))
                .toList();
        return new CycleProgress(
                cycle(),
                CycleState.RUNNING,
                Stage.SELF_ASSESSMENT,
                stages,
                Stream.of(units)
                        .map(unit -> new UnitProgress(unit, unit, "khoi-1", Stage.SELF_ASSESSMENT, 1, 0, List.of()))
                        .toList());
    }

    private static Cycle cycle() {
        return new Cycle("2023", 2023, "Kỳ", 1, null, Instant.EPOCH, "office", null, null, null);
    }
}
