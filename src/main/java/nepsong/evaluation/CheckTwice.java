package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.Parameter;
import nepsong.crossinspection.DoubleInspections;
import nepsong.cycle.Cycles;
import nepsong.organisation.ReadOnce;
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
    /** A form that is handed in is laid out and judged by the same comparison. */
    private final ReadOnce<BlocOfCycle, Map<String, DoubleCheck>> checks = new ReadOnce<>(this::compare);

    CheckTwice(DoubleInspections inspections, ScoreUnits scores, UnitChecklists checklists, Cycles cycles) {
        this.inspections = inspections;
        this.scores = scores;
        this.checklists = checklists;
        this.cycles = cycles;
    }

    /** By unit, of those that were inspected twice. */
    @Transactional(readOnly = true)
    public Map<String, DoubleCheck> of(String cycle, String bloc) {
        return checks.get(new BlocOfCycle(cycle, bloc));
    }

    private record BlocOfCycle(String cycle, String bloc) {}

    private Map<String, DoubleCheck> compare(BlocOfCycle of) {
        String cycle = of.cycle();
        Map<String, List<Answer>> again = inspections.scores(cycle, of.bloc());
        if (again.isEmpty()) {
            return Map.of();
        }
        BigDecimal allowed = cycles.parameters(cycle).get(Parameter.DOUBLE_FAR_APART);
        Map<String, UnitScores> first = scores.score(cycle, List.copyOf(again.keySet()));
        Map<String, DoubleCheck> compared = new LinkedHashMap<>();
        again.forEach((unit, answers) -> {
            UnitScores scored = first.get(unit);
            compared.put(
                    unit,
                    new DoubleCheck(
                            checklists.of(cycle, unit).total(answers),
                            scored == null ? null : scored.cross(),
                            allowed));
        });
        return compared;
    }
}
