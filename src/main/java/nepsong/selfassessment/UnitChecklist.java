package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;

/**
 * What one unit is judged by in one cycle.
 *
 * @param criteria of the sets that count for the unit, in the order of the checklist
 * @param weights  of these sets
 */
public record UnitChecklist(List<Criterion> criteria, Map<CriteriaSet, BigDecimal> weights) {

    public UnitChecklist {
        criteria = List.copyOf(criteria);
        weights = Map.copyOf(weights);
    }

    /** @throws NoSuchElementException for a criterion that the unit is not judged by */
    public Criterion get(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no criterion " + code));
    }

    /** The sets in their order. */
    public List<CriteriaSet> sets() {
        return weights.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    public List<Criterion> of(CriteriaSet set) {
        return criteria.stream().filter(criterion -> criterion.set() == set).toList();
    }

    /** @param answers to any of the criteria */
    public Map<CriteriaSet, SetScore> scores(List<Answer> answers) {
        Map<CriteriaSet, SetScore> scores = new EnumMap<>(CriteriaSet.class);
        sets().forEach(set -> scores.put(set, SetScore.of(of(set), answers)));
        return scores;
    }

    /** The unit's score of 0.00 to 100.00. */
    public BigDecimal total(List<Answer> answers) {
        Map<CriteriaSet, BigDecimal> scores = new EnumMap<>(CriteriaSet.class);
        scores(answers).forEach((set, score) -> scores.put(set, score.score()));
        return new SetWeights(Map.of("", weights)).unitScore("", scores);
    }

    /** The points left out in that set where they are most. */
    public BigDecimal mostLeftOut(List<Answer> answers) {
        return scores(answers).values().stream()
                .map(SetScore::leftOut)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
