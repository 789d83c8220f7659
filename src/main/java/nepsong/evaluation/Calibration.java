package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.crossinspection.Pair;
import org.jspecify.annotations.Nullable;

/**
 * How one unit's scores compare with those of the unit that it inspected and with what was settled, in points of a hundred.
 *
 * @param selfCross  what the inspected unit gave itself less what it was given
 * @param crossFinal what it was given less what was settled in the end
 */
public record Calibration(
        String inspecting, String inspected, BigDecimal selfCross, BigDecimal crossFinal, Verdict verdict) {

    /** Scores settled so much lower, or higher, than given are out of line. */
    public static final int FROM_FINAL = 3;
    /** So much less, or more, is taken off than inspectors take off in the mean. */
    public static final int FROM_MEAN = 5;

    public enum Verdict {
        LENIENT("▲ Có vẻ dễ dãi"),
        HARSH("▼ Có vẻ khắt khe"),
        EVEN("✓ Cân bằng");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Of those pairs whose inspected unit scored itself and was scored; in the order of the pairs. */
    static List<Calibration> of(List<Pair> pairs, Map<String, UnitScores> scores) {
        List<Difference> differences = pairs.stream()
                .map(pair -> Difference.of(pair, scores.get(pair.inspected())))
                .filter(Objects::nonNull)
                .toList();
        if (differences.isEmpty()) {
            return List.of();
        }
        BigDecimal mean = differences.stream()
                .map(Difference::selfCross)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(differences.size()), 2, RoundingMode.HALF_UP);
        return differences.stream().map(one -> one.against(mean)).toList();
    }

    private record Difference(Pair pair, BigDecimal selfCross, BigDecimal crossFinal) {

        static @Nullable Difference of(Pair pair, @Nullable UnitScores scores) {
            if (scores == null || scores.self() == null || scores.cross() == null) {
                return null;
            }
            return new Difference(
                    pair, scores.self().subtract(scores.cross()), scores.cross().subtract(scores.total()));
        }

        Calibration against(BigDecimal mean) {
            BigDecimal taken = selfCross.subtract(mean);
            Verdict verdict = Verdict.EVEN;
            if (isMore(crossFinal, FROM_FINAL) || isMore(taken.negate(), FROM_MEAN)) {
                verdict = Verdict.LENIENT;
            } else if (isMore(crossFinal.negate(), FROM_FINAL) || isMore(taken, FROM_MEAN)) {
                verdict = Verdict.HARSH;
            }
            return new Calibration(pair.inspecting(), pair.inspected(), selfCross, crossFinal, verdict);
        }

        private static boolean isMore(BigDecimal points, int than) {
            return points.compareTo(BigDecimal.valueOf(than)) > 0;
        }
    }
}
