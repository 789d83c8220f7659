package nepsong.unitfile;

import java.util.stream.Stream;
import nepsong.crossinspection.PairReplacement;
import nepsong.crossinspection.PairReplacements;
import nepsong.delegation.StandIns;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.unitfile.Handling.Outcome;
import org.springframework.stereotype.Component;

/** Tells who inspected in whose place, in the files of all three units. */
@Component
class UnitReplacements {

    private final PairReplacements replacements;
    private final Units units;
    private final StandIns standIns;

    UnitReplacements(PairReplacements replacements, Units units, StandIns standIns) {
        this.replacements = replacements;
        this.units = units;
        this.standIns = standIns;
    }

    /** @param visit whether the reader may know that the unit is inspected */
    Stream<Handling> of(String cycle, String unit, boolean visit) {
        return replacements.concerning(cycle, unit).stream()
                .filter(one -> visit || !one.unit().equals(unit))
                .map(this::told);
    }

    private Handling told(PairReplacement one) {
        return new Handling(
                "Kiểm tra chéo",
                Outcome.REPLACED,
                "%s giao %s kiểm tra %s thay %s"
                        .formatted(
                                standIns.named(one.replacedBy(), null),
                                name(one.to()),
                                name(one.unit()),
                                name(one.from())),
                one.reason(),
                one.replacedAt());
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
