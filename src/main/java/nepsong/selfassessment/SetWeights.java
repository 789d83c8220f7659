package nepsong.selfassessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nepsong.catalogue.CriteriaSet;

/**
 * How much each criteria set counts for a kind of unit. A unit has the sets that carry a weight.
 *
 * @param byKind kind of unit → set → weight above 0; the weights of a kind sum to 1
 */
public record SetWeights(Map<String, Map<CriteriaSet, BigDecimal>> byKind) {

    public SetWeights {
        Map<String, Map<CriteriaSet, BigDecimal>> copy = new HashMap<>();
        byKind.forEach((kind, weights) -> {
            BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0
                    || weights.values().stream().anyMatch(weight -> weight.signum() <= 0)) {
                throw new IllegalArgumentException("weights of " + kind + " must be above 0 and sum to 1: " + weights);
            }
            copy.put(kind, Map.copyOf(new EnumMap<>(weights)));
        });
        byKind = Map.copyOf(copy);
    }

    /** @throws IllegalArgumentException where the kind has no weights */
    public Set<CriteriaSet> sets(String kind) {
        return weights(kind).keySet();
    }

    /**
     * Works on the rounded scores of the sets, so that anybody can recompute it from what is published.
     *
     * @param scores per set 0 to 100; a set that the unit has and did not hand in counts 0, one that it does not have nothing
     * @return 0.00 to 100.00, half-up
     * @throws IllegalArgumentException where the kind has no weights
     */
    public BigDecimal unitScore(String kind, Map<CriteriaSet, BigDecimal> scores) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<CriteriaSet, BigDecimal> weight : weights(kind).entrySet()) {
            sum = sum.add(weight.getValue().multiply(scores.getOrDefault(weight.getKey(), BigDecimal.ZERO)));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private Map<CriteriaSet, BigDecimal> weights(String kind) {
        Map<CriteriaSet, BigDecimal> weights = byKind.get(kind);
        if (weights == null) {
            throw new IllegalArgumentException("no weights for the kind of unit " + kind);
        }
        return weights;
    }
}
