package nepsong.crossinspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over {@link PairingRelaxation}: where the cheapest assignment has a mutual pair or an unpaid loop of three,
 * one of its arcs is either taken or forbidden. Exact, because every branch is either searched, or bounded by what is
 * already in hand; the problem is NP-hard, so the effort has a limit, counted in costs looked at and not in seconds, and
 * a search that reaches it says so.
 */
final class PairingSearch {

    /** Some three seconds; blocs as they occur need less than a hundredth of it. */
    static final long EFFORT = 1_500_000_000L;

    private static final int ROOT_STEPS = 60;
    private static final int NODE_STEPS = 1;

    private final PairingProblem problem;
    private final PairingRelaxation relaxation;
    private final PairingRepair repair;
    private final long effort;
    private final int[] taken;
    private int @Nullable [] best;
    private long bestPrice;
    private boolean exhausted;

    PairingSearch(PairingProblem problem, long effort) {
        this.problem = problem;
        this.relaxation = new PairingRelaxation(problem);
        this.repair = new PairingRepair(problem);
        this.effort = effort;
        this.taken = new int[problem.size()];
        this.bestPrice = problem.beyond();
    }

    /** The column of each row, or null where nothing is permitted, or nothing was found within the limit. */
    int @Nullable [] cheapest() {
        search(ROOT_STEPS);
        return best;
    }

    /** Whether the answer is proven. */
    boolean proven() {
        return !exhausted;
    }

    long work() {
        return relaxation.assignment().work();
    }

    private void search(int steps) {
        if (!promising() || !worthwhileAfter(steps)) {
            return;
        }
        int row = branchingRow();
        if (row < 0) {
            return;
        }
        int column = relaxation.assignment().columnOf(row);
        take(row, column, 1);
        search(NODE_STEPS);
        take(row, column, -1);
        if (!exhausted) {
            relaxation.block(row, column, 1);
            search(NODE_STEPS);
            relaxation.block(row, column, -1);
        }
    }

    private boolean promising() {
        if (work() > effort) {
            exhausted = true;
            return false;
        }
        if (!relaxation.assignment().solve()) {
            return false;
        }
        if (relaxation.bound() >= bestPrice) {
            return false;
        }
        remember();
        return relaxation.bound() < bestPrice;
    }

    private boolean worthwhileAfter(int steps) {
        double pace = 1;
        long highest = relaxation.bound();
        int barren = 0;
        for (int k = 0; k < steps && pace > 0.01; k++) {
            if (!relaxation.ascend(bestPrice, pace)) {
                return true;
            }
            if (!promising()) {
                return false;
            }
            if (relaxation.bound() > highest) {
                highest = relaxation.bound();
                barren = 0;
            } else if (++barren == 2) {
                pace /= 2;
                barren = 0;
            }
        }
        return true;
    }

    private void remember() {
        int[] columns = repair.repair(relaxation.assignment().columns());
        long price = problem.priceOf(columns);
        if (price < bestPrice && !PairingProblem.mutual(columns)) {
            best = columns;
            bestPrice = price;
        }
    }

    /** Of the arcs in unpaid loops the one that is dearest to do without; any other open one where there is no such loop. */
    private int branchingRow() {
        int chosen = -1;
        long most = -1;
        List<int[]> rings = relaxation.unpaidRings();
        int shortest = rings.stream().mapToInt(ring -> ring.length).min().orElse(0);
        for (int[] ring : rings) {
            for (int k = 0; k < ring.length && ring.length == shortest; k++) {
                if (taken[ring[k]] == 0 && relaxation.assignment().regret(ring[k]) > most) {
                    chosen = ring[k];
                    most = relaxation.assignment().regret(ring[k]);
                }
            }
        }
        for (int row = 0; chosen < 0 && row < taken.length; row++) {
            chosen = taken[row] == 0 ? row : chosen;
        }
        return chosen;
    }

    private void take(int row, int column, int change) {
        taken[row] += change;
        relaxation.block(column, row, change);
        for (int other = 0; other < taken.length; other++) {
            if (other != column) {
                relaxation.block(row, other, change);
            }
        }
    }
}
