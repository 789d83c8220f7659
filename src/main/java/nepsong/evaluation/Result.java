package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit came out of a cycle, with everything that led to it.
 *
 * @param selfScore     0 to 100; null where the unit did not score itself
 * @param crossScore    0 to 100; null where it was not inspected
 * @param totalScore    of the settled scores, before bonus and penalty
 * @param gradeByScore  what the final score earns
 * @param adjustedGrade by the appraisers, confirmed by the head of team, in the place of the former; null where that stands
 * @param caps          all reasons why the grade cannot be better
 * @param rank          in its bloc, from 1; equal units share it
 */
public record Result(
        String cycle,
        String unit,
        String bloc,
        @Nullable BigDecimal selfScore,
        @Nullable BigDecimal crossScore,
        BigDecimal totalScore,
        BigDecimal bonus,
        BigDecimal penalty,
        BigDecimal finalScore,
        Grade gradeByScore,
        @Nullable Grade adjustedGrade,
        Grade grade,
        List<Cap> caps,
        int rank) {

    public Result {
        caps = List.copyOf(caps);
    }
}
