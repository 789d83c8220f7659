package nepsong.crossinspection;

import java.time.LocalDateTime;
import java.util.List;

/**
 * When, where and by whom a unit is to be visited.
 *
 * @param plannedAt    in the time of Hà Nội
 * @param announced    false for a visit that the unit is not told of beforehand
 * @param documents    what the unit is to prepare
 * @param scope        groups of criteria that are looked at on the spot, as their codes begin: {@code CS-A}
 * @param transport    how people get there, or empty
 */
public record VisitPlan(
        LocalDateTime plannedAt,
        String place,
        Visitors visitors,
        boolean announced,
        String documents,
        List<String> scope,
        String transport) {

    public VisitPlan {
        scope = List.copyOf(scope);
    }
}
