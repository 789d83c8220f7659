package nepsong.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;

/**
 * Nobody judges a unit that they inspected, nor one whose rival they work for: inside a bloc every unit inspects another one, so
 * whoever works for a unit of the bloc is not impartial in it.
 */
@Component
public class ImpartialityPolicy {

    private final People people;
    private final Units units;
    private final SelfAssessments selfAssessments;

    ImpartialityPolicy(People people, Units units, SelfAssessments selfAssessments) {
        this.people = people;
        this.units = units;
        this.selfAssessments = selfAssessments;
    }

    /** Why the person may not judge the units of this bloc, in Vietnamese; empty when they may. */
    public Optional<String> objection(String cycle, String person, List<String> bloc) {
        Set<String> groups = people.groupsOf(person);
        String employer = people.find(person).map(Person::unit).orElse("");
        for (String unit : bloc) {
            if (unit.equals(employer)
                    || groups.contains(Groups.coordinatorAt(unit))
                    || groups.contains(Groups.headAt(unit))
                    || groups.contains(Groups.inspectorAt(unit))) {
                return Optional.of(
                        "Đồng chí công tác tại %s, đơn vị tham gia kiểm tra chéo trong khối này, nên không thẩm định khối."
                                .formatted(name(unit)));
            }
            if (inspectors(cycle, unit).contains(person)) {
                return Optional.of("Đồng chí là cán bộ kiểm tra chéo của %s trong khối này, nên không thẩm định khối."
                        .formatted(name(unit)));
            }
        }
        return Optional.empty();
    }

    private List<String> inspectors(String cycle, String unit) {
        return selfAssessments
                .find(cycle, unit)
                .map(SelfAssessment::acknowledgement)
                .map(Acknowledgement::inspectors)
                .orElse(List.of());
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
