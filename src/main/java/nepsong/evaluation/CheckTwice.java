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
import nepsong.selfassessment.CountedAnswers;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the second inspections of a bloc with the cross-inspections. */
@Component
public class CheckTwice {

    private final DoubleInspections inspections;
    private final CountedAnswers answers;
    private final UnitChecklists checklists;
    private final Cycles cycles;
    /** A form that is handed in is laid out and judged by the same comparison. */
    private final ReadOnce<BlocOfCycle, Map<String, DoubleCheck>> checks = new ReadOnce<>(this::compare);

    CheckTwice(DoubleInspections inspections, CountedAnswers answers, UnitChecklists checklists, Cycles cycles) {
        this.inspections = inspections;
        this.answers = answers;
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
        Map<String, List<Answer>> first = answers.cross(cycle, again.keySet());
        Map<String, DoubleCheck> compared = new LinkedHashMap<>();
        again.forEach((unit, second) -> {
            UnitChecklist checklist = checklists.of(cycle, unit);
            List<Answer> cross = first.get(unit);
            compared.put(
                    unit,
                    new DoubleCheck(checklist.total(second), cross == null ? null : checklist.total(cross), allowed));
        });
        return compared;
    }
}
