package nepsong.crossinspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Who inspects a unit a second time has no part in the first time: works for neither of the two units nor for the one that
 * the inspected unit inspects itself, and was not on the visit.
 */
@Component
class SecondInspectorPolicy {

    private final Pairs pairs;
    private final Inspections inspections;
    private final People people;
    private final Units units;

    SecondInspectorPolicy(Pairs pairs, Inspections inspections, People people, Units units) {
        this.pairs = pairs;
        this.inspections = inspections;
        this.people = people;
        this.units = units;
    }

    /** @param user id of a person, or empty when the system acts */
    List<Refusal> check(String cycle, String unit, String user) {
        Set<String> involved = Stream.of(
                        Stream.of(unit),
                        pairs.inspecting(cycle, unit).stream(),
                        pairs.inspectedBy(cycle, unit).stream())
                .flatMap(all -> all)
                .collect(Collectors.toSet());
        for (String one : involved) {
            if (people.worksFor(user, one)) {
                return List.of(Refusal.of(
                        "",
                        "Bạn công tác tại %s, đơn vị có liên quan đến cuộc kiểm tra chéo này: kiểm tra kép phải do người khác thực hiện"
                                .formatted(units.find(one).map(Unit::name).orElse(one))));
            }
        }
        return inspections
                        .inspectors(cycle, List.of(unit))
                        .getOrDefault(unit, List.of())
                        .contains(user)
                ? List.of(Refusal.of(
                        "",
                        "Bạn đã tham gia cuộc kiểm tra chéo của đơn vị này: kiểm tra kép phải do người khác thực hiện"))
                : List.of();
    }
}
