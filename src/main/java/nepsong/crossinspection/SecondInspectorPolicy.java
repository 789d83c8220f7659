package nepsong.crossinspection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Who inspects a unit a second time has no part in the first time: works for neither of the two units nor for those that
 * the inspected unit inspects itself, and was not on the visit.
 */
@Component
class SecondInspectorPolicy {

    private final Pairs pairs;
    private final Inspections inspections;
    private final People people;
    private final Units units;
    private final DoubleInspections drawn;

    SecondInspectorPolicy(Pairs pairs, Inspections inspections, People people, Units units, DoubleInspections drawn) {
        this.pairs = pairs;
        this.inspections = inspections;
        this.people = people;
        this.units = units;
        this.drawn = drawn;
    }

    /** Who did the second inspection is not sent on the first, and where it is still to come somebody is left for it. */
    List<Refusal> check(String cycle, String unit, String inspecting, Visitors visitors) {
        List<String> ofTheTeam = visitors.all().stream()
                .filter(person -> !people.worksFor(person, inspecting))
                .toList();
        Optional<DoubleInspection> second = ofTheTeam.isEmpty() ? Optional.empty() : drawn.find(cycle, unit);
        if (second.isEmpty()) {
            return List.of();
        }
        String inspector = second.get().inspectedBy();
        if (inspector != null) {
            return ofTheTeam.contains(inspector)
                    ? List.of(Refusal.of(
                            inspector.equals(visitors.observer()) ? "observer" : "participants",
                            "%s đã kiểm tra kép đơn vị này nên không tham gia cuộc kiểm tra chéo"
                                    .formatted(people.find(inspector)
                                            .map(Person::name)
                                            .orElse(inspector))))
                    : List.of();
        }
        Set<String> involved = involved(cycle, unit);
        boolean somebodyIsLeft = people.inGroup(Groups.TEAM_MEMBERS).stream()
                .map(Person::id)
                .filter(member -> !visitors.all().contains(member))
                .anyMatch(member -> involved.stream().noneMatch(one -> people.worksFor(member, one)));
        return somebodyIsLeft
                ? List.of()
                : List.of(
                        Refusal.of(
                                "participants",
                                "“Thành phần kiểm tra”: đơn vị này được rút thăm kiểm tra kép, phải còn ít nhất một thành viên Đoàn không đi cuộc này và không thuộc các đơn vị liên quan"));
    }

    private Set<String> involved(String cycle, String unit) {
        return Stream.of(
                        Stream.of(unit),
                        pairs.inspecting(cycle, unit).stream(),
                        pairs.inspectedBy(cycle, unit).stream())
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    /**
     * Why the person may not do it, in Vietnamese; empty when they may.
     *
     * @param user id of a person, or empty when the system acts
     */
    Optional<String> objection(String cycle, String unit, String user) {
        for (String one : involved(cycle, unit)) {
            if (people.worksFor(user, one)) {
                return Optional.of(
                        "Bạn công tác tại %s, đơn vị có liên quan đến cuộc kiểm tra chéo này: kiểm tra kép phải do người khác thực hiện"
                                .formatted(units.find(one).map(Unit::name).orElse(one)));
            }
        }
        return inspections.unitsInspectedBy(user, cycle, List.of(unit)).contains(unit)
                ? Optional.of(
                        "Bạn đã tham gia cuộc kiểm tra chéo của đơn vị này: kiểm tra kép phải do người khác thực hiện")
                : Optional.empty();
    }
}
