package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores by criterion as the audit trail keeps them: a number, or that the criterion does not apply. */
public final class Points {

    /** Reads in the trail as an official writes it: không áp dụng. */
    public static final String NOT_APPLICABLE = "KAD";

    private Points() {}

    public static Object of(boolean notApplicable, @Nullable BigDecimal score) {
        return notApplicable || score == null ? NOT_APPLICABLE : score;
    }

    public static Map<String, Object> self(List<ScorecardRow> rows) {
        return points(
                rows,
                row -> row.self() == null
                        ? null
                        : of(row.self().notApplicable(), row.self().score()));
    }

    public static Map<String, Object> cross(List<ScorecardRow> rows) {
        return points(
                rows,
                row -> row.cross() == null
                        ? null
                        : of(row.cross().notApplicable(), row.cross().score()));
    }

    public static Map<String, Object> last(List<ScorecardRow> rows) {
        return points(
                rows, row -> row.finalNotApplicable() == null ? null : of(row.finalNotApplicable(), row.finalScore()));
    }

    private static Map<String, Object> points(
            List<ScorecardRow> rows, Function<ScorecardRow, @Nullable Object> points) {
        Map<String, Object> byCriterion = new LinkedHashMap<>();
        rows.forEach(row -> {
            Object score = points.apply(row);
            if (score != null) {
                byCriterion.put(row.criterion(), score);
            }
        });
        return byCriterion;
    }
}
