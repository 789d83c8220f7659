package nepsong.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.crossinspection.Inspections;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Nobody judges a unit that they inspected, nor one whose rival they work for: inside a bloc every unit inspects another one, so
 * whoever works for a unit of the bloc is not impartial in it.
 */
@Component
public class ImpartialityPolicy {

    private final People people;
    private final Units units;
    private final Inspections inspections;

    ImpartialityPolicy(People people, Units units, Inspections inspections) {
        this.people = people;
        this.units = units;
        this.inspections = inspections;
    }

    /** Why the person may not judge the units of this bloc, in Vietnamese; empty when they may. */
    public Optional<String> objection(String cycle, String person, List<String> bloc) {
        Set<String> inspected = inspections.unitsInspectedBy(person, cycle, bloc);
        for (String unit : bloc) {
            if (people.worksFor(person, unit)) {
                return Optional.of(
                        "Bạn công tác tại %s, đơn vị tham gia kiểm tra chéo trong khối này, nên không thẩm định khối."
                                .formatted(name(unit)));
            }
            if (inspected.contains(unit)) {
                return Optional.of(
                        "Bạn đã tham gia kiểm tra %s trong khối này, nên không thẩm định khối.".formatted(name(unit)));
            }
        }
        return Optional.empty();
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
