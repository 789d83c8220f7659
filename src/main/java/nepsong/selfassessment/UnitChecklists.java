package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.catalogue.Checklist;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.CriteriaSet;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Which criteria a unit is judged by: those of the cycle's checklist whose set has a weight for its kind. Neither changes
 * once a cycle is configured, so both are kept.
 */
@Component
public class UnitChecklists {

    private final Cycles cycles;
    private final Checklists checklists;
    private final Units units;
    private final Map<CycleAndKind, UnitChecklist> known = new ConcurrentHashMap<>();

    private record CycleAndKind(String cycle, String kind) {}

    UnitChecklists(Cycles cycles, Checklists checklists, Units units) {
        this.cycles = cycles;
        this.checklists = checklists;
        this.units = units;
    }

    /** @throws NoSuchElementException for a cycle or unit that nobody knows */
    public UnitChecklist of(String cycle, String unit) {
        String kind = units.find(unit).map(Unit::kind).orElseThrow(() -> new NoSuchElementException("no unit " + unit));
        return known.computeIfAbsent(new CycleAndKind(cycle, kind), this::read);
    }

    private UnitChecklist read(CycleAndKind key) {
        Checklist checklist = checklists.version(cycles.get(key.cycle()).checklist());
        Map<CriteriaSet, BigDecimal> weights = cycles.weights(key.cycle(), key.kind());
        return new UnitChecklist(
                checklist.criteria().stream()
                        .filter(criterion -> weights.containsKey(criterion.set()))
                        .toList(),
                weights);
    }
}
