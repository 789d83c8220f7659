package nepsong.crossinspection;

import java.util.Arrays;

/**
 * The minimum-cost assignment of rows to columns by shortest augmenting paths with dual prices (Kuhn, Munkres, Jonker and
 * Volgenant), O(n³) from nothing and O(n²) per row that a changed cost has set free.
 */
final class Assignment {

    static final long FORBIDDEN = Long.MAX_VALUE / 4;

    private static final int FREE = -1;

    private final int n;
    private final long[][] cost;
    private final long[] rowPrice;
    private final long[] columnPrice;
    private final int[] columnOf;
    private final int[] rowOf;
    private final long[] distance;
    private final int[] predecessor;
    private final int[] todo;
    private long work;

    Assignment(long[][] cost) {
        this.n = cost.length;
        this.cost = cost;
        this.rowPrice = new long[n];
        this.columnPrice = new long[n];
        this.columnOf = new int[n];
        this.rowOf = new int[n];
        this.distance = new long[n];
        this.predecessor = new int[n];
        this.todo = new int[n];
        Arrays.fill(columnOf, FREE);
        Arrays.fill(rowOf, FREE);
        for (int row = 0; row < n; row++) {
            long least = Arrays.stream(cost[row]).min().orElse(0);
            rowPrice[row] = least == FORBIDDEN ? 0 : least;
        }
    }

    /** Changes one cost and keeps the prices valid; a row whose column is no longer the best is set free. */
    void put(int row, int column, long value) {
        cost[row][column] = value;
        if (value != FORBIDDEN && value < rowPrice[row] + columnPrice[column]) {
            rowPrice[row] = value - columnPrice[column];
        }
        int current = columnOf[row];
        if (current != FREE && reduced(row, current) != 0) {
            rowOf[current] = FREE;
            columnOf[row] = FREE;
        }
    }

    /** False where some row can have no column of its own. */
    boolean solve() {
        for (int row = 0; row < n; row++) {
            if (columnOf[row] == FREE && !augment(row)) {
                return false;
            }
        }
        return true;
    }

    long value() {
        long sum = 0;
        for (int row = 0; row < n; row++) {
            sum += cost[row][columnOf[row]];
        }
        return sum;
    }

    int columnOf(int row) {
        return columnOf[row];
    }

    int[] columns() {
        return columnOf.clone();
    }

    /** A lower bound of what forbidding the row its column adds to the whole. */
    long regret(int row) {
        int column = columnOf[row];
        long elsewhere = FORBIDDEN;
        long byAnother = FORBIDDEN;
        for (int k = 0; k < n; k++) {
            if (k != column) {
                elsewhere = Math.min(elsewhere, reduced(row, k));
            }
            if (k != row) {
                byAnother = Math.min(byAnother, reduced(k, column));
            }
        }
        return elsewhere == FORBIDDEN || byAnother == FORBIDDEN ? FORBIDDEN : elsewhere + byAnother;
    }

    /** Costs looked at so far: the measure of effort, the same on every machine. */
    long work() {
        return work;
    }

    private long reduced(int row, int column) {
        long value = cost[row][column];
        return value == FORBIDDEN ? FORBIDDEN : value - rowPrice[row] - columnPrice[column];
    }

    private boolean augment(int start) {
        Arrays.fill(distance, FORBIDDEN);
        for (int k = 0; k < n; k++) {
            todo[k] = k;
        }
        int scanned = 0;
        int row = start;
        long reached = 0;
        while (true) {
            relax(row, reached, scanned);
            int nearest = scanned;
            for (int k = scanned + 1; k < n; k++) {
                if (distance[todo[k]] < distance[todo[nearest]]) {
                    nearest = k;
                }
            }
            int column = todo[nearest];
            if (distance[column] == FORBIDDEN) {
                return false;
            }
            reached = distance[column];
            if (rowOf[column] == FREE) {
                reprice(start, scanned, reached);
                flip(start, column);
                return true;
            }
            todo[nearest] = todo[scanned];
            todo[scanned++] = column;
            row = rowOf[column];
            if (scanned == n) {
                return false;
            }
        }
    }

    private void relax(int row, long reached, int scanned) {
        work += n - scanned;
        long[] costs = cost[row];
        long offset = reached - rowPrice[row];
        for (int k = scanned; k < n; k++) {
            int column = todo[k];
            if (costs[column] != FORBIDDEN) {
                long through = costs[column] - columnPrice[column] + offset;
                if (through < distance[column]) {
                    distance[column] = through;
                    predecessor[column] = row;
                }
            }
        }
    }

    private void reprice(int start, int scanned, long reached) {
        rowPrice[start] += reached;
        for (int k = 0; k < scanned; k++) {
            int column = todo[k];
            long slack = reached - distance[column];
            rowPrice[rowOf[column]] += slack;
            columnPrice[column] -= slack;
        }
    }

    private void flip(int start, int end) {
        int column = end;
        while (true) {
            int row = predecessor[column];
            int before = columnOf[row];
            columnOf[row] = column;
            rowOf[column] = row;
            if (row == start) {
                return;
            }
            column = before;
        }
    }
}
