package nepsong.crossinspection;

/** Turns an assignment into a permitted pairing by merging its mutual pairs, and its loops of three where that is cheaper, with other loops. */
final class PairingRepair {

    private final PairingProblem problem;

    PairingRepair(PairingProblem problem) {
        this.problem = problem;
    }

    /** A copy; it may still have mutual pairs where nothing permitted takes them apart. */
    int[] repair(int[] assignment) {
        int[] columns = assignment.clone();
        for (int row = 0; row < columns.length; row++) {
            int second = columns[columns[row]];
            if (second == row) {
                merge(columns, row, Long.MAX_VALUE);
            } else if (columns[second] == row) {
                merge(columns, row, problem.loop);
            }
        }
        return columns;
    }

    /** Two loops become one when a row of each swap their columns: no new mutual pair can arise. */
    private void merge(int[] columns, int member, long below) {
        boolean[] inside = new boolean[columns.length];
        for (int row = member; !inside[row]; row = columns[row]) {
            inside[row] = true;
        }
        int bestRow = -1;
        int bestOther = -1;
        long best = below;
        for (int row = 0; row < columns.length; row++) {
            for (int other = 0; inside[row] && other < columns.length; other++) {
                if (!inside[other]
                        && problem.permitted[row][columns[other]]
                        && problem.permitted[other][columns[row]]) {
                    long more = problem.price[row][columns[other]]
                            + problem.price[other][columns[row]]
                            - problem.price[row][columns[row]]
                            - problem.price[other][columns[other]];
                    if (more < best) {
                        best = more;
                        bestRow = row;
                        bestOther = other;
                    }
                }
            }
        }
        if (bestRow >= 0) {
            int column = columns[bestRow];
            columns[bestRow] = columns[bestOther];
            columns[bestOther] = column;
        }
    }
}
