package nepsong.crossinspection;

import java.util.List;
import java.util.OptionalInt;

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

    private void choose(int row, int cost) {
        if (row == chosen.length) {
            best = Math.min(best, cost + loopsOfThree());
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
