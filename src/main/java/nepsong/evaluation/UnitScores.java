package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nepsong.catalogue.CriteriaSet;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.SetScore;
import nepsong.selfassessment.UnitChecklist;
import org.jspecify.annotations.Nullable;

/**
 * A unit's scores, computed from its scorecard and from nothing else.
 *
 * @param self   0 to 100; null where the unit did not score itself
 * @param cross  0 to 100; null where it was not inspected
 * @param total  0 to 100, of the settled scores, after an appeal where there was one
 * @param groups percentage of each group by set and letter ({@code CS-A}), of the settled scores
 * @param pledgeKept whether everybody has signed the pledge, as far as the settled score of CS-B2 and what was counted there say so (V10)
 */
public record UnitScores(
        @Nullable BigDecimal self,
        @Nullable BigDecimal cross,
        BigDecimal total,
        SortedMap<String, BigDecimal> groups,
        boolean pledgeKept) {

    /** A group below this is weak: it keeps the unit from the best grade (V6). */
    private static final BigDecimal WEAK = BigDecimal.valueOf(75);

    private static final String CONDUCT = "D";
    private static final String PLEDGE = "CS-B2";

    public static UnitScores of(UnitChecklist checklist, List<ScorecardRow> rows) {
        List<Answer> settled = rows.stream().map(ScorecardRow::settledAnswer).toList();
        boolean scoredItself = rows.stream().anyMatch(row -> row.self() != null);
        boolean inspected = rows.stream().anyMatch(row -> row.cross() != null);
        return new UnitScores(
                scoredItself
                        ? checklist.total(
                                rows.stream().map(ScorecardRow::selfAnswer).toList())
                        : null,
                inspected
                        ? checklist.total(
                                rows.stream().map(ScorecardRow::crossAnswer).toList())
                        : null,
                checklist.total(settled),
                groups(checklist, settled),
                rows.stream().noneMatch(row -> isBroken(checklist, row)));
    }

    /** Full marks are reached by rounding, too: where somebody has counted, the count tells. */
    private static boolean isBroken(UnitChecklist checklist, ScorecardRow row) {
        Answer answer = row.settledAnswer();
        return row.criterion().equals(PLEDGE)
                && !answer.notApplicable()
                && (answer.score() == null
                        || answer.score().compareTo(checklist.get(PLEDGE).max()) < 0
                        || row.isCountedShort());
    }

    /** 0 where nothing was scored. */
    public BigDecimal lowestGroup() {
        return groups.values().stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    /** Conduct at the workplace; 0 where it was not scored. */
    public BigDecimal conduct() {
        return groups.getOrDefault(groupKey(CriteriaSet.WORKPLACE, CONDUCT), BigDecimal.ZERO);
    }

    public List<String> weakGroups() {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().compareTo(WEAK) < 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Percentage of each group by set and letter, of the answers that count. */
    static SortedMap<String, BigDecimal> groups(UnitChecklist checklist, List<Answer> settled) {
        SortedMap<String, BigDecimal> groups = new TreeMap<>();
        checklist.scores(settled).forEach((set, score) -> putGroups(groups, set, score));
        return groups;
    }

    private static void putGroups(Map<String, BigDecimal> groups, CriteriaSet set, SetScore score) {
        score.groups().forEach((letter, percent) -> groups.put(groupKey(set, letter), percent));
    }

    private static String groupKey(CriteriaSet set, String letter) {
        return set.prefix() + "-" + letter;
    }
}
