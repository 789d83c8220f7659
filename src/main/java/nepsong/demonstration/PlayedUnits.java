package nepsong.demonstration;

import java.util.List;
import java.util.Random;
import nepsong.catalogue.Criterion;
import nepsong.organisation.Demonstration;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/** How well each unit does in the cycle that is played: not as in the year before, so that ranks move. */
@Component
public class PlayedUnits {

    private static final List<String> UNITS = List.copyOf(Demonstration.units().keySet());
    private static final int STRIDE = 5;
    private static final double BEST = 0.99;
    private static final double STEP = 0.013;

    private final UnitChecklists checklists;

    PlayedUnits(UnitChecklists checklists) {
        this.checklists = checklists;
    }

    /** Counts the units from 0; any other number for a unit that is not of the demonstration. */
    public static int number(String unit) {
        int number = UNITS.indexOf(unit);
        return number < 0 ? Math.floorMod(unit.hashCode(), UNITS.size()) : number;
    }

    /** The same whoever asks, so that what inspectors see fits what the unit said. */
    public Marks marks(String cycle, String unit, String code) {
        Criterion criterion = checklists.of(cycle, unit).get(code);
        double strength = BEST - STEP * ((number(unit) * STRIDE + 1) % UNITS.size());
        return Marks.of(criterion, strength, new Random(31L * unit.hashCode() + code.hashCode()));
    }
}
