package nepsong.crossinspection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One bloc to be paired.
 *
 * @param bloc      the bloc's code
 * @param units     codes, each once, at most {@link #MOST_UNITS}
 * @param names     what people call the units; a unit without one goes by its code
 * @param previous  the pairs of the last two cycles, as they were: inspecting, inspected. The same pair may not return; the
 *                  same two the other way round may, and only where nothing equally cheap avoids it. A unit that is no
 *                  longer in the bloc is passed over
 * @param conflicts declared conflicts of interest: neither may inspect the other
 * @param seed      decides between equally cheap pairings, and nothing else
 */
public record PairingRequest(
        String bloc,
        List<String> units,
        Map<String, String> names,
        Set<Pair> previous,
        Set<Pair> conflicts,
        PairingCost cost,
        long seed) {

    public static final int FEWEST_UNITS = 3;
    public static final int MOST_UNITS = 200;

    private static final int MOST_NAMED = 12;

    public PairingRequest {
        units = List.copyOf(units);
        names = Map.copyOf(names);
        previous = Set.copyOf(previous);
        conflicts = Set.copyOf(conflicts);
        if (units.size() > MOST_UNITS) {
            throw new IllegalArgumentException("a bloc has at most " + MOST_UNITS + " units, not " + units.size());
        }
        if (new HashSet<>(units).size() < units.size()) {
            throw new IllegalArgumentException("a unit occurs twice in bloc " + bloc);
        }
    }

    public String nameOf(String unit) {
        return names.getOrDefault(unit, unit);
    }

    /** “A”, “B” and how many more, as a sentence takes them. */
    String namesOf(List<String> some) {
        String listed = some.stream()
                .limit(MOST_NAMED)
                .map(unit -> "“" + nameOf(unit) + "”")
                .collect(Collectors.joining(", "));
        int more = some.size() - MOST_NAMED;
        return more > 0 ? "%s và %d đơn vị khác".formatted(listed, more) : listed;
    }
}
