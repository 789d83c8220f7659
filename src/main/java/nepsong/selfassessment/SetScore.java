package nepsong.selfassessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nepsong.catalogue.Criterion;

/**
 * The result of one scorecard: points reached ÷ points that could be reached × 100, two decimals, half-up.
 *
 * <p>It is defined for every list of answers. An answer that {@link ScoringPolicy} refuses counts as zero of its maximum, and so
 * does a missing one: nothing wrong ever raises a score. Where every criterion is left out nothing was measured, the score is
 * 0.00, and the rule on points left out has long called the secretary.
 *
 * @param score   0.00 to 100.00
 * @param groups  per group letter the same percentage; a group that is left out as a whole is absent
 * @param reached points
 * @param maximum points of the criteria that apply
 * @param leftOut points of the criteria that do not
 */
public record SetScore(
        BigDecimal score,
        SortedMap<String, BigDecimal> groups,
        BigDecimal reached,
        BigDecimal maximum,
        BigDecimal leftOut) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SetScore {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** @param criteria all criteria of the set */
    public static SetScore of(List<Criterion> criteria, List<Answer> answers) {
        Map<String, List<Answer>> byCriterion = ScoringPolicy.byCriterion(answers);
        Points all = new Points(BigDecimal.ZERO, BigDecimal.ZERO);
        BigDecimal leftOut = BigDecimal.ZERO;
        SortedMap<String, Points> perGroup = new TreeMap<>();
        for (Criterion criterion : criteria) {
            List<Answer> given = byCriterion.getOrDefault(criterion.code(), List.of());
            boolean counts = ScoringPolicy.refusal(criterion, given).isEmpty();
            if (counts && given.get(0).notApplicable()) {
                leftOut = leftOut.add(criterion.max());
                continue;
            }
            BigDecimal score = counts ? given.get(0).score() : null;
            Points points = new Points(score == null ? BigDecimal.ZERO : inHundredths(score), criterion.max());
            all = all.plus(points);
            perGroup.merge(criterion.group(), points, Points::plus);
        }
        SortedMap<String, BigDecimal> groups = new TreeMap<>();
        perGroup.forEach((group, points) -> groups.put(group, points.percent()));
        return new SetScore(all.percent(), groups, all.reached(), all.maximum(), leftOut);
    }

    /** Of a quarter step, however it was written: 0E+999999999 is a zero that must not be expanded. */
    private static BigDecimal inHundredths(BigDecimal quarterStep) {
        return quarterStep.stripTrailingZeros().setScale(2);
    }

    private record Points(BigDecimal reached, BigDecimal maximum) {

        Points plus(Points other) {
            return new Points(reached.add(other.reached), maximum.add(other.maximum));
        }

        BigDecimal percent() {
            return maximum.signum() == 0
                    ? BigDecimal.ZERO.setScale(2)
                    : reached.multiply(HUNDRED).divide(maximum, 2, RoundingMode.HALF_UP);
        }
    }
}
