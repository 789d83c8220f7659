package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What units' scores earn with the points of their appraisals, before any cap and any adjustment. */
@Component
public class EarnedGrades {

    private final ScoreUnits scores;
    private final CycleGradeTables tables;

    EarnedGrades(ScoreUnits scores, CycleGradeTables tables) {
        this.scores = scores;
        this.tables = tables;
    }

    /** @param appraisals of the cycle, no points below 0; those of a unit that the registry does not know are left out */
    @Transactional(readOnly = true)
    public Map<String, Grade> of(String cycle, List<Appraisal> appraisals) {
        if (appraisals.isEmpty()) {
            return Map.of();
        }
        Map<String, UnitScores> scored =
                scores.score(cycle, appraisals.stream().map(Appraisal::unit).toList());
        GradeTables graded = tables.of(cycle);
        return appraisals.stream()
                .filter(one -> scored.containsKey(one.unit()))
                .collect(Collectors.toMap(Appraisal::unit, one -> graded.byScore(finalScore(one, scored))));
    }

    private static BigDecimal finalScore(Appraisal one, Map<String, UnitScores> scored) {
        UnitScores known = Objects.requireNonNull(scored.get(one.unit()));
        return new FinalScore(known.total(), one.bonus(), one.penalty()).value();
    }
}
