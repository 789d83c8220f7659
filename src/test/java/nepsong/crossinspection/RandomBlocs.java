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
        return bloc(random, size, List.of(0.0, 0.05, 0.2, 0.4, 0.6, 0.85));
    }

    /** @param densities shares of all pairs that are in conflict, of which one is taken */
    static PairingRequest bloc(Random random, int size, List<Double> densities) {
        List<String> units = units(size);
        Collections.shuffle(units, random);
        double conflicting = densities.get(random.nextInt(densities.size()));
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

    /** @param hidden one pairing that the rules permit, among restrictions that leave few others or none */
    record Planted(PairingRequest request, Set<Pair> hidden) {}

    static Planted planted(Random random, int size) {
        List<String> units = units(size);
        Set<Pair> hidden = hidden(random, units);
        double conflicting = List.of(0.6, 0.85, 0.95, 0.99).get(random.nextInt(4));
        Set<Pair> conflicts = new HashSet<>();
        Set<Pair> previous = new HashSet<>();
        for (String a : units) {
            for (String b : units) {
                Pair pair = new Pair(a, b);
                if (!hidden.contains(pair) && !hidden.contains(pair.reversed())) {
                    if (a.compareTo(b) < 0 && random.nextDouble() < conflicting) {
                        conflicts.add(pair);
                    } else if (random.nextDouble() < 0.3) {
                        previous.add(pair);
                    }
                }
            }
        }
        return new Planted(
                new PairingRequest(
                        "khoi-1", units, Map.of(), previous, conflicts, cost(random, units), random.nextInt(1_000)),
                hidden);
    }

    private static Set<Pair> hidden(Random random, List<String> units) {
        List<String> order = new ArrayList<>(units);
        Set<Pair> pairs = new HashSet<>();
        do {
            Collections.shuffle(order, random);
            pairs.clear();
            for (int k = 0; k < units.size(); k++) {
                pairs.add(new Pair(units.get(k), order.get(k)));
            }
        } while (pairs.stream().anyMatch(pair -> pairs.contains(pair.reversed())));
        return pairs;
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
        int loopOfThree = List.of(1, 1, 0, 3, 40).get(random.nextInt(5));
        return new PairingCost() {
            @Override
            public int of(String inspecting, String inspected) {
                return costs.get(new Pair(inspecting, inspected));
            }

            @Override
            public int loopOfThree() {
                return loopOfThree;
            }
        };
    }
}
