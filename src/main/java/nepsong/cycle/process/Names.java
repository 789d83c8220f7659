package nepsong.cycle.process;

import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** What the models pass on to a called process about a unit: {@code #{names.unit(unit)}} and {@code #{names.key(unit)}}. */
@Component("names")
public class Names {

    private final Units units;
    private final Cycles cycles;

    Names(Units units, Cycles cycles) {
        this.units = units;
        this.cycles = cycles;
    }

    /** The bloc's Vietnamese name in this cycle. */
    public String bloc(String cycle, String code) {
        return cycles.bloc(cycle, code).name();
    }

    /** The unit's Vietnamese name, as task names carry it. */
    public String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }

    /** The unit's part of its groups' ids. */
    public String key(String code) {
        return Unit.keyOf(code);
    }
}
