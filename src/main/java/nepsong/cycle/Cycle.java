package nepsong.cycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One inspection cycle.
 *
 * @param code                  the year, and from the second of a year on the year and a number: {@code 2023-2}
 * @param checklistVersion      null until the cycle is configured
 * @param excellentQuotaPercent share of a bloc's units that may be graded excellent; null where the quota is off
 * @param configuredAt          when its blocs, deadlines and checklist were settled
 */
public record Cycle(
        String code,
        int year,
        String name,
        @Nullable Integer checklistVersion,
        @Nullable Integer excellentQuotaPercent,
        Instant startedAt,
        String startedBy,
        @Nullable Instant configuredAt,
        @Nullable Instant finishedAt,
        @Nullable Instant withdrawnAt) {

    /** Units and blocs are those of the registry on this day. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public boolean isOver() {
        return finishedAt != null || withdrawnAt != null;
    }

    /** @throws IllegalStateException before the cycle is configured */
    public int checklist() {
        if (checklistVersion == null) {
            throw new IllegalStateException("cycle " + code + " is not configured");
        }
        return checklistVersion;
    }
}
