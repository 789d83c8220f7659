package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.organisation.WorkingCalendar;

/**
 * Half-days that keep the visits of a bloc apart, whatever the order in which they are scheduled. Every unit inspects one and
 * is inspected by one, so the pairs form rings: along a ring mornings and afternoons take turns, and the last visit of a ring
 * of odd length takes the next morning.
 */
final class VisitSlots {

    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    private VisitSlots() {}

    /** @return 0 for the first morning, 1 for its afternoon, 2 for the next morning */
    static int slot(List<Pair> pairs, String inspected) {
        Map<String, String> inspects =
                pairs.stream().collect(Collectors.toMap(Pair::inspecting, Pair::inspected, (one, other) -> one));
        List<String> ring = new ArrayList<>(List.of(inspected));
        String next = inspects.get(inspected);
        while (next != null && !ring.contains(next)) {
            ring.add(next);
            next = inspects.get(next);
        }
        int first = ring.indexOf(Collections.min(ring));
        int position = Math.floorMod(-first, ring.size());
        boolean oddOneOut = ring.size() % 2 == 1 && position > 0 && position == ring.size() - 1;
        return oddOneOut ? 2 : position % 2;
    }

    static LocalDateTime time(WorkingCalendar calendar, LocalDate first, int slot) {
        return calendar.plus(first, slot / 2).atTime(slot % 2 == 0 ? VisitPlanPolicy.USUAL : AFTERNOON);
    }
}
