package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.Parameter;
import nepsong.crossinspection.DoubleInspections;
import nepsong.cycle.Cycles;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the second inspections of a bloc with the cross-inspections. */
@Component
public class CheckTwice {

    private final DoubleInspections inspections;
    private final ScoreUnits scores;
    private final UnitChecklists checklists;
    private final Cycles cycles;

    CheckTwice(DoubleInspections inspections, ScoreUnits scores, UnitChecklists checklists, Cycles cycles) {
        this.inspections = inspections;
        this.scores = scores;
        this.checklists = checklists;
        this.cycles = cycles;
    }

    /** By unit, of those that were inspected twice. */
    @Transactional(readOnly = true)
    public Map<String, DoubleCheck> of(String cycle, String bloc) {
        Map<String, List<Answer>> again = inspections.scores(cycle, bloc);
        if (again.isEmpty()) {
            return Map.of();
        }
        BigDecimal allowed = cycles.parameters(cycle).get(Parameter.DOUBLE_FAR_APART);
        Map<String, UnitScores> first = scores.score(cycle, List.copyOf(again.keySet()));
        Map<String, DoubleCheck> checks = new LinkedHashMap<>();
        again.forEach((unit, answers) -> {
            UnitScores scored = first.get(unit);
            checks.put(
                    unit,
                    new DoubleCheck(
                            checklists.of(cycle, unit).total(answers),
                            scored == null ? null : scored.cross(),
                            allowed));
        });
        return checks;
    }
}
