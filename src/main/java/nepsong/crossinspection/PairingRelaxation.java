package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The assignment without the rule against mutual pairs, which bounds every pairing from below. Two units that inspect each
 * other, and three in a loop, are made dearer by a multiplier (Lagrange): of the arcs within a pair of units at most one may
 * be used, and within a triple at most two unless the loop is paid for. Any multipliers give a true bound; good ones, found
 * by the subgradient method, a tight one.
 */
final class PairingRelaxation {

    /** Two or three units, and the price so far of using more arcs among them than is free. */
    private static final class Ring {
        final int[] members;
        final long most;
        long multiplier;

        Ring(int[] members, long most) {
            this.members = members;
            this.most = most;
        }

        int free() {
            return members.length - 1;
        }
    }

    private final PairingProblem problem;
    private final long[][] base;
    private final long[][] extra;
    private final int[][] blocked;
    private final Assignment assignment;
    private final Map<Long, Ring> rings = new LinkedHashMap<>();

    PairingRelaxation(PairingProblem problem) {
        this.problem = problem;
        int n = problem.size();
        this.base = problem.scaledPrices();
        this.extra = new long[n][n];
        this.blocked = new int[n][n];
        long[][] cost = new long[n][];
        for (int row = 0; row < n; row++) {
            cost[row] = base[row].clone();
        }
        this.assignment = new Assignment(cost);
    }

    Assignment assignment() {
        return assignment;
    }

    boolean open(int row, int column) {
        return base[row][column] != Assignment.FORBIDDEN && blocked[row][column] == 0;
    }

    void block(int row, int column, int change) {
        blocked[row][column] += change;
        refresh(row, column);
    }

    /** In price steps. */
    long bound() {
        return problem.stepsOf(scaledBound());
    }

    /** The two- and three-unit loops of the present assignment that are not paid in full. */
    List<int[]> unpaidRings() {
        List<int[]> found = new ArrayList<>();
        for (int a = 0; a < problem.size(); a++) {
            int b = assignment.columnOf(a);
            int c = assignment.columnOf(b);
            if (c == a && a < b) {
                found.add(new int[] {a, b});
            } else if (problem.loop > 0 && c != a && assignment.columnOf(c) == a && a < b && a < c) {
                Ring ring = rings.get(key(sorted(a, b, c)));
                if (ring == null || ring.multiplier < ring.most) {
                    found.add(new int[] {a, b, c});
                }
            }
        }
        return found;
    }

    /** One step towards better multipliers; false where none is to be had. Solve again afterwards. */
    boolean ascend(long target, double pace) {
        for (int[] ring : unpaidRings()) {
            int[] members = sorted(ring);
            rings.computeIfAbsent(key(members), key -> new Ring(members, most(members.length)));
        }
        long squares = 0;
        for (Ring ring : rings.values()) {
            long slope = slope(ring);
            squares += slope * slope;
        }
        double gap = (double) target * problem.step - scaledBound();
        long stride = squares == 0 ? 0 : (long) (pace * gap / squares);
        if (stride <= 0) {
            return false;
        }
        List<Ring> changed = new ArrayList<>();
        for (Ring ring : rings.values()) {
            long next = Math.max(0, Math.min(ring.most, ring.multiplier + stride * slope(ring)));
            if (next != ring.multiplier) {
                addToArcs(ring, next - ring.multiplier);
                ring.multiplier = next;
                changed.add(ring);
            }
        }
        changed.forEach(this::refresh);
        return !changed.isEmpty();
    }

    private long scaledBound() {
        long bound = assignment.value();
        for (Ring ring : rings.values()) {
            bound -= ring.multiplier * ring.free();
        }
        return bound;
    }

    /** How much the bound grows with the multiplier: arcs used within the ring beyond those that are free. */
    private long slope(Ring ring) {
        int used = 0;
        for (int row : ring.members) {
            int column = assignment.columnOf(row);
            for (int other : ring.members) {
                used += column == other ? 1 : 0;
            }
        }
        int slope = used - ring.free();
        return slope < 0 && ring.multiplier == 0 || slope > 0 && ring.multiplier == ring.most ? 0 : slope;
    }

    private long most(int size) {
        return (size == 2 ? problem.beyond() : problem.loop) * problem.step;
    }

    private void addToArcs(Ring ring, long change) {
        for (int row : ring.members) {
            for (int column : ring.members) {
                extra[row][column] += change;
            }
        }
    }

    private void refresh(Ring ring) {
        for (int row : ring.members) {
            for (int column : ring.members) {
                refresh(row, column);
            }
        }
    }

    private void refresh(int row, int column) {
        assignment.put(row, column, open(row, column) ? base[row][column] + extra[row][column] : Assignment.FORBIDDEN);
    }

    private static int[] sorted(int... members) {
        int[] copy = members.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static long key(int[] members) {
        long key = 0;
        for (int member : members) {
            key = key * (PairingRequest.MOST_UNITS + 1) + member + 1;
        }
        return key;
    }
}
