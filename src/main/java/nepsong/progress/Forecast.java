package nepsong.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a cycle ends if it goes on as it goes today.
 *
 * @param stage      that runs
 * @param stageEnd   the end of that stage
 * @param end        of the cycle
 * @param plannedEnd the last day of the plan; null where there is no plan yet
 * @param delay      working days after the planned end; negative when before
 * @param left       tasks that the running stage still needs
 * @param perDay     tasks that are completed on a working day
 * @param measured   whether there was a pace to measure; otherwise the deadlines of the steps stand in for it
 */
public record Forecast(
        Stage stage,
        LocalDate stageEnd,
        LocalDate end,
        @Nullable LocalDate plannedEnd,
        int delay,
        int left,
        double perDay,
        boolean measured) {}
