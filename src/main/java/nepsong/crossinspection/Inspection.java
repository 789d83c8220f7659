package nepsong.crossinspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How far the inspection of a unit has come. Times of the visit are those of Hà Nội.
 *
 * @param unit             the inspected one
 * @param dueOn            last day on which the inspecting unit is in time with its sheet
 * @param crossSubmittedAt when the inspecting unit handed in its sheet; null until then
 * @param lateDays         working days from {@code dueOn} to that
 * @param explainedBy      the coordinator who wrote the newest explanation
 * @param explanationReturnReason why the head of the unit gave it back last; empty where never
 * @param explanationClosedAt when the unit let the time for its explanation pass
 * @param finishedAt       when the final scores were settled
 */
public record Inspection(
        String cycle,
        String unit,
        String inspecting,
        LocalDateTime plannedAt,
        String place,
        boolean announced,
        String documents,
        LocalDate dueOn,
        @Nullable LocalDateTime visitStartedAt,
        @Nullable LocalDateTime visitEndedAt,
        Whereabouts whereabouts,
        String opinionOnTheSpot,
        @Nullable Instant crossSubmittedAt,
        @Nullable String crossSubmittedBy,
        int lateDays,
        @Nullable Instant minutesAt,
        @Nullable Instant explainedAt,
        @Nullable String explainedBy,
        @Nullable Instant explanationApprovedAt,
        String explanationReturnReason,
        @Nullable Instant explanationClosedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant settledAt,
        @Nullable Instant finishedAt) {

    /** The day on which the visit ended, from which on its minutes may be signed; null until then. */
    public @Nullable LocalDate visitedOn() {
        return visitEndedAt == null ? null : visitEndedAt.toLocalDate();
    }

    /** Whether the hour of the visit has come, so that a sheet that is missing needs a new one. */
    public boolean isPast(Clock clock) {
        return plannedAt.isBefore(LocalDateTime.now(clock.withZone(WorkingCalendar.ZONE)));
    }

    /** Whether the inspected unit is not to know yet that a visit is planned. */
    public boolean isSecret() {
        return !announced && visitStartedAt == null;
    }

    public boolean late() {
        return lateDays > 0;
    }

    /** Whether the inspecting unit did what it was told to (V12). */
    public boolean dutyDone() {
        return crossSubmittedAt != null;
    }
}
