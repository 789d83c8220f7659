package nepsong.progress;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When a cycle ends if it goes on as it goes today. The stage that runs takes as long as its open work needs at the pace of the
 * last ten working days; the stages to come take what their steps' deadlines give them.
 */
final class ForecastPolicy {

    /** Working days over which the pace is measured. */
    static final int WINDOW = 10;

    private final WorkingCalendar calendar;

    ForecastPolicy(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * What the pace is measured on.
     *
     * @param planned     working days that the steps of each stage are given, one after the other
     * @param tasksOfUnit tasks that the running stage has for each unit, on its straight way
     * @param completed   tasks of the running stage that were completed in the window
     * @param windowDays  working days of the window that the stage has been running; at least 1
     */
    record Pace(Map<Stage, Integer> planned, int tasksOfUnit, int completed, int windowDays) {

        Pace {
            planned = planned.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(planned));
        }
    }

    /** Empty where the cycle is over, or nothing has begun. */
    Optional<Forecast> forecast(CycleProgress progress, Pace pace, LocalDate today, @Nullable LocalDate plannedEnd) {
        if (progress.state() != CycleState.RUNNING) {
            return Optional.empty();
        }
        StageProgress running = progress.stages().get(progress.stage().ordinal());
        int left = remaining(progress, running, pace);
        double perDay = pace.completed() / (double) Math.max(1, pace.windowDays());
        int plannedDays = pace.planned().getOrDefault(running.stage(), 0);
        int days = perDay > 0 ? (int) Math.ceil(left / perDay) : plannedDays;
        int later = pace.planned().entrySet().stream()
                .filter(entry -> entry.getKey().ordinal() > running.stage().ordinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
        LocalDate stageEnd = calendar.plus(today, days);
        LocalDate end = calendar.plus(stageEnd, later);
        return Optional.of(new Forecast(
                running.stage(),
                stageEnd,
                end,
                plannedEnd,
                plannedEnd == null ? 0 : calendar.between(plannedEnd, end),
                left,
                perDay,
                perDay > 0));
    }

    /** Open tasks, and those that will still be offered to units that have not yet come to the end of the stage. */
    private static int remaining(CycleProgress progress, StageProgress running, Pace pace) {
        List<UnitProgress> units = progress.units();
        int expected = units.size() * pace.tasksOfUnit();
        return Math.max(Math.max(running.open(), 1), expected - running.done());
    }
}
