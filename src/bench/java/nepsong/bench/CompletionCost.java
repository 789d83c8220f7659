package nepsong.bench;

import java.util.ArrayList;
import java.util.List;
import nepsong.bench.CountingDataSource.Count;

/** What the completions of one form cost: statements and rows in the mean. */
final class CompletionCost {

    private int completions;
    private Count statements = new Count(0, 0);
    private final List<Long> nanos = new ArrayList<>();

    void add(Count sent, long time) {
        completions++;
        statements = statements.plus(sent);
        nanos.add(time);
    }

    int completions() {
        return completions;
    }

    double statements() {
        return statements.statements() / (double) completions;
    }

    double rows() {
        return statements.rows() / (double) completions;
    }

    /** The median: one pause of the machine would be all that a mean shows of what is completed once in a cycle. */
    double milliseconds() {
        List<Long> sorted = nanos.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) / 1e6 : (sorted.get(middle - 1) + sorted.get(middle)) / 2e6;
    }
}
