package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.crossinspection.Pair;
import nepsong.evaluation.Calibration.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<Pair> PAIRS =
            List.of(new Pair("a", "b"), new Pair("b", "c"), new Pair("c", "d"), new Pair("d", "a"));

    @Test
    void whoTakesOffMuchMoreOrLessThanTheOthersStandsOut() {
        Map<String, UnitScores> scores = Map.of(
                "b", scores("90", "89", "89"),
                "c", scores("90", "78", "78"),
                "d", scores("90", "84", "84"),
                "a", scores("90", "84", "84"));
        assertThat(Calibration.of(PAIRS, scores))
                .extracting(one -> one.inspecting() + " " + one.selfCross() + " " + one.verdict())
                .as("the mean is 6.25, and 5 from it are even still")
                .containsExactly("a 1 LENIENT", "b 12 HARSH", "c 6 EVEN", "d 6 EVEN");
    }

    @Test
    void whatWasSettledOtherwiseTellsToo() {
        Map<String, UnitScores> scores = Map.of(
                "b", scores("90", "88", "84"),
                "c", scores("90", "88", "92"),
                "d", scores("90", "88", "85"),
                "a", scores("90", "88", "91"));
        assertThat(Calibration.of(PAIRS, scores))
                .extracting(Calibration::verdict)
                .as("more than three points, either way")
                .containsExactly(Verdict.LENIENT, Verdict.HARSH, Verdict.EVEN, Verdict.EVEN);
    }

    @Test
    void aUnitThatDidNotScoreItselfOrWasNotInspectedSaysNothingOfItsInspectors() {
        Map<String, UnitScores> scores = new HashMap<>();
        scores.put("b", scores(null, "88", "88"));
        scores.put("c", scores("90", null, "0"));
        scores.put("d", scores("90", "88", "88"));
        assertThat(Calibration.of(PAIRS, scores))
                .extracting(Calibration::inspecting)
                .containsExactly("c");
    }

    private static UnitScores scores(@Nullable String self, @Nullable String cross, String total) {
        return new UnitScores(points(self), points(cross), new BigDecimal(total), new TreeMap<>(), true);
    }

    private static @Nullable BigDecimal points(@Nullable String points) {
        return points == null ? null : new BigDecimal(points);
    }
}
