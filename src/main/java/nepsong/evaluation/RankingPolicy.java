package nepsong.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks the units of one bloc by final score. Where scores are equal: fewer open findings, then the higher percentage of group D,
 * then the earlier self-assessment; a unit without one comes last. What is equal even then shares the rank.
 */
public final class RankingPolicy {

    private static final Comparator<Standing> BEST_FIRST = Comparator.comparing(Standing::finalScore)
            .reversed()
            .thenComparingInt(Standing::openFindings)
            .thenComparing(Comparator.comparing(Standing::groupD).reversed())
            .thenComparing(Standing::submittedAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private RankingPolicy() {}

    /** @return best first; within a shared rank by the units' codes, so that the answer never depends on the order of the input */
    public static List<RankedUnit> rank(List<Standing> bloc) {
        List<Standing> ordered =
                bloc.stream().sorted(BEST_FIRST.thenComparing(Standing::unit)).toList();
        List<RankedUnit> ranked = new ArrayList<>();
        for (int place = 0; place < ordered.size(); place++) {
            boolean shared = place > 0 && BEST_FIRST.compare(ordered.get(place - 1), ordered.get(place)) == 0;
            int rank = shared ? ranked.get(place - 1).rank() : place + 1;
            ranked.add(new RankedUnit(rank, ordered.get(place)));
        }
        return List.copyOf(ranked);
    }
}
