package nepsong.unitfile;

import java.math.BigDecimal;
import java.time.Instant;
import nepsong.cycle.Cycle;
import nepsong.evaluation.Grade;
import org.jspecify.annotations.Nullable;

/**
 * A cycle that a unit takes or took part in.
 *
 * @param bloc      as people call it
 * @param blocSize  units in the bloc
 * @param result    null until it is graded, and for readers who may not know it yet
 * @param published when the result became public
 */
public record UnitCycle(
        Cycle cycle, String bloc, int blocSize, Found found, @Nullable Outcome result, @Nullable Instant published) {

    /** Counts of findings; {@code repeated} were there in the cycle before. */
    public record Found(int all, int open, int repeated) {}

    /** Scores of 0 to 100; null where the unit did not score itself or was not inspected. */
    public record Outcome(
            @Nullable BigDecimal selfScore,
            @Nullable BigDecimal crossScore,
            BigDecimal finalScore,
            Grade grade,
            int rank) {}

    public String code() {
        return cycle.code();
    }

    UnitCycle withoutResult() {
        return new UnitCycle(cycle, bloc, blocSize, found, null, published);
    }
}
