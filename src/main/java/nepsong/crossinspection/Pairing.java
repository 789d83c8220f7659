package nepsong.crossinspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pair a bloc, as it is stored.
 *
 * @param round            from 1; counts up each time the head of team returns the pairs
 * @param warnings         Vietnamese sentences
 * @param infeasible       why no pairing keeps every rule, in Vietnamese; empty where one does
 * @param previousRelaxed  whether pairs of the last two cycles were let in, because nothing else was possible
 * @param conflictsRelaxed whether declared conflicts were let in, because nothing else was possible
 * @param pairs            in the order of the bloc's inspected units
 */
public record Pairing(
        String cycle,
        String bloc,
        int round,
        long seed,
        int cost,
        List<String> warnings,
        List<String> infeasible,
        boolean previousRelaxed,
        boolean conflictsRelaxed,
        List<Pair> pairs,
        @Nullable Instant approvedAt) {

    public Pairing {
        warnings = List.copyOf(warnings);
        infeasible = List.copyOf(infeasible);
        pairs = List.copyOf(pairs);
    }

    /** Whether a rule had to give way, which the head of team answers for with a reason. */
    public boolean relaxed() {
        return previousRelaxed || conflictsRelaxed;
    }

    Pairing with(List<Pair> itsPairs) {
        return new Pairing(
                cycle,
                bloc,
                round,
                seed,
                cost,
                warnings,
                infeasible,
                previousRelaxed,
                conflictsRelaxed,
                itsPairs,
                approvedAt);
    }
}
