package nepsong.crossinspection;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The slow truth: tries every permutation, and knows the rules in its own words. */
final class BruteForce {

    private final PairingRequest request;
    private final List<String> units;
    private final int[] chosen;
    private final boolean[] used;
    private int best = Integer.MAX_VALUE;

    private BruteForce(PairingRequest request) {
        this.request = request;
        this.units = request.units();
        this.chosen = new int[units.size()];
        this.used = new boolean[units.size()];
    }

    static OptionalInt cheapest(PairingRequest request) {
        BruteForce force = new BruteForce(request);
        force.choose(0, 0);
        return force.best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(force.best);
    }

    /** Whether these pairs keep every rule. */
    static boolean permits(List<Pair> pairs, PairingRequest request) {
        Set<String> all = Set.copyOf(request.units());
        Set<Pair> chosen = Set.copyOf(pairs);
        return pairs.size() == all.size()
                && pairs.stream().map(Pair::inspecting).collect(toSet()).equals(all)
                && pairs.stream().map(Pair::inspected).collect(toSet()).equals(all)
                && pairs.stream().noneMatch(pair -> {
                    Pair back = new Pair(pair.inspected(), pair.inspecting());
                    return pair.inspecting().equals(pair.inspected())
                            || chosen.contains(back)
                            || request.previous().contains(pair)
                            || request.conflicts().contains(pair)
                            || request.conflicts().contains(back);
                });
    }

    private void choose(int row, int cost) {
        if (row == chosen.length) {
            best = Math.min(best, cost + loopsOfThree() * request.cost().loopOfThree());
            return;
        }
        for (int column = 0; column < chosen.length; column++) {
            String from = units.get(row);
            String to = units.get(column);
            boolean mutual = column < row && chosen[column] == row;
            boolean conflict = request.conflicts().contains(new Pair(from, to))
                    || request.conflicts().contains(new Pair(to, from));
            boolean again = request.previous().contains(new Pair(from, to));
            if (column != row && !used[column] && !mutual && !conflict && !again) {
                used[column] = true;
                chosen[row] = column;
                choose(row + 1, cost + request.cost().of(from, to));
                used[column] = false;
            }
        }
    }

    private int loopsOfThree() {
        int members = 0;
        for (int row = 0; row < chosen.length; row++) {
            members += chosen[chosen[chosen[row]]] == row ? 1 : 0;
        }
        return members / 3;
    }
}
