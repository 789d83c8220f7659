package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Requests of every temper: free or nearly impossible, priced or not, with one-sided or symmetric costs. */
final class RandomBlocs {

    private RandomBlocs() {}

    static PairingRequest bloc(Random random, int size) {
        List<String> units = units(size);
        Collections.shuffle(units, random);
        double conflicting = List.of(0.0, 0.05, 0.2, 0.4, 0.6, 0.85).get(random.nextInt(6));
        Set<Pair> conflicts = new HashSet<>();
        Set<Pair> previous = new HashSet<>();
        for (String a : units) {
            for (String b : units) {
                if (a.compareTo(b) < 0 && random.nextDouble() < conflicting) {
                    conflicts.add(random.nextBoolean() ? new Pair(a, b) : new Pair(b, a));
                }
            }
        }
        for (int cycle = random.nextInt(3); cycle > 0; cycle--) {
            List<String> order = new ArrayList<>(units);
            Collections.shuffle(order, random);
            for (int k = 0; k < size; k++) {
                previous.add(new Pair(order.get(k), order.get((k + 1) % size)));
            }
        }
        return new PairingRequest(
                "khoi-1", units, Map.of(), previous, conflicts, cost(random, units), random.nextInt(1_000));
    }

    static List<String> units(int size) {
        List<String> units = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            units.add("don-vi-%03d".formatted(k));
        }
        return units;
    }

    private static PairingCost cost(Random random, List<String> units) {
        int highest = List.of(1, 1, 2, 6, 14).get(random.nextInt(5));
        boolean symmetric = random.nextBoolean();
        Map<Pair, Integer> costs = new HashMap<>();
        for (String a : units) {
            for (String b : units) {
                Integer other = costs.get(new Pair(b, a));
                costs.put(new Pair(a, b), symmetric && other != null ? other : random.nextInt(highest));
            }
        }
        return (from, to) -> costs.get(new Pair(from, to));
    }
}
