package nepsong.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person stands in for another.
 *
 * @param firstDay and the last are both included
 * @param namedBy  the principal or an administrator
 * @param endedAt  where it was ended before its last day
 */
public record Delegation(
        String id,
        String principal,
        String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        Set<TaskKind> kinds,
        String namedBy,
        @Nullable Instant endedAt) {

    public Delegation {
        kinds = Set.copyOf(kinds);
    }

    public boolean isActiveOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return endedAt == null && !firstDay.isAfter(until) && !lastDay.isBefore(from);
    }

    /** As somebody asked for it, and it still holds or will. */
    boolean isSame(String whose, String by, LocalDate from, LocalDate until, Set<TaskKind> what) {
        return endedAt == null
                && principal.equals(whose)
                && substitute.equals(by)
                && firstDay.equals(from)
                && lastDay.equals(until)
                && kinds.equals(what);
    }

    public String scope() {
        return kinds.size() == TaskKind.values().length
                ? "mọi loại việc, trừ bỏ phiếu"
                : kinds.stream().sorted().map(TaskKind::label).collect(java.util.stream.Collectors.joining("; "));
    }
}
