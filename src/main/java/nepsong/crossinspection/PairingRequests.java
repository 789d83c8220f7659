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
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.Conflicts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known about a bloc when it is paired: its units, what they declared, and the pairs of the last two cycles. */
@Component
class PairingRequests {

    /** Staff below which a unit is small, and from which it is large. */
    private static final int SMALL = 50;

    private static final int LARGE = 200;

    private final Cycles cycles;
    private final Units units;
    private final Conflicts declared;
    private final Pairs pairs;

    PairingRequests(Cycles cycles, Units units, Conflicts declared, Pairs pairs) {
        this.cycles = cycles;
        this.units = units;
        this.declared = declared;
        this.pairs = pairs;
    }

    /** @param said when they took up the cycle, by unit: how many people a unit has and where its leaders were before */
    PairingRequest of(String cycle, String bloc, long seed, Map<String, Acknowledgement> said) {
        Bloc paired = cycles.bloc(cycle, bloc);
        List<Unit> known = units.find(paired.units());
        Map<String, String> names = new HashMap<>();
        Map<String, PairingFacts> facts = new HashMap<>();
        known.forEach(unit -> {
            names.put(unit.code(), unit.name());
            facts.put(unit.code(), facts(unit, said.get(unit.code())));
        });
        return new PairingRequest(
                bloc,
                paired.units(),
                names,
                new HashSet<>(pairs.beforeCycle(cycle)),
                conflicts(cycle),
                new SoftCosts(facts, cycles.parameters(cycle)),
                seed);
    }

    /**
     * Last year's grade is not asked: it raises the cost of every pairing alike. The area of a department is the whole city,
     * and no district in which its staff would know each other.
     *
     * @param said when the unit took up the cycle; null where it did not
     */
    private static PairingFacts facts(Unit unit, @Nullable Acknowledgement said) {
        String district = unit.area().isBlank() || unit.isDepartment() ? null : unit.area();
        return new PairingFacts(
                district,
                said == null ? null : size(said.staffCount()),
                unit.location(),
                said == null ? Set.of() : Set.copyOf(said.formerUnits()),
                false);
    }

    private static String size(int staff) {
        return staff < SMALL ? "small" : staff < LARGE ? "medium" : "large";
    }

    private Set<Pair> conflicts(String cycle) {
        Set<Pair> conflicts = new HashSet<>();
        declared.of(cycle).forEach(one -> conflicts.add(new Pair(one.unit(), one.otherUnit())));
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
