package nepsong.crossinspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;

/** What is known about a bloc when it is paired: its units, what they declared, and the pairs of the last two cycles. */
@Component
class PairingRequests {

    private final Cycles cycles;
    private final Units units;
    private final SelfAssessments selfAssessments;
    private final Pairs pairs;

    PairingRequests(Cycles cycles, Units units, SelfAssessments selfAssessments, Pairs pairs) {
        this.cycles = cycles;
        this.units = units;
        this.selfAssessments = selfAssessments;
        this.pairs = pairs;
    }

    PairingRequest of(String cycle, String bloc, long seed) {
        Bloc paired = cycles.bloc(cycle, bloc);
        List<Unit> known = units.find(paired.units());
        Map<String, String> names = new HashMap<>();
        Map<String, PairingFacts> facts = new HashMap<>();
        known.forEach(unit -> {
            names.put(unit.code(), unit.name());
            facts.put(unit.code(), facts(unit));
        });
        return new PairingRequest(
                bloc,
                paired.units(),
                names,
                new HashSet<>(pairs.beforeCycle(cycle)),
                conflicts(cycle),
                new SoftCosts(facts),
                seed);
    }

    /** Last year's grade is not asked: it raises the cost of every pairing alike. */
    private static PairingFacts facts(Unit unit) {
        String area = unit.area().isBlank() ? null : unit.area();
        return new PairingFacts(area, null, null, null, Set.of(), false);
    }

    private Set<Pair> conflicts(String cycle) {
        Set<Pair> conflicts = new HashSet<>();
        selfAssessments.of(cycle).forEach(unit -> unit.conflicts()
                .forEach(other -> conflicts.add(new Pair(unit.unit(), other))));
        return conflicts;
    }

    /** The same bloc with the rules given up that this pairing gave up. */
    static PairingRequest relaxed(PairingRequest request, boolean previous, boolean conflicts) {
        return new PairingRequest(
                request.bloc(),
                request.units(),
                request.names(),
                previous ? Set.of() : request.previous(),
                conflicts ? Set.of() : request.conflicts(),
                request.cost(),
                request.seed());
    }
}
