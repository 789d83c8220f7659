package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.crossinspection.Inspections.PlannedVisit;
import nepsong.cycle.Refusal;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * What a visit may not fall together with. Nobody visits two units on one day, nobody their own or one that they have
 * inspected for the team, nobody while a substitute stands in for them, and no unit has two visits in one half-day.
 */
@Component
class VisitClashes {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final Inspections inspections;
    private final DoubleInspections secondInspections;
    private final SecondInspectorPolicy secondInspectors;
    private final People people;
    private final Units units;
    private final Delegations delegations;

    VisitClashes(
            Inspections inspections,
            DoubleInspections secondInspections,
            SecondInspectorPolicy secondInspectors,
            People people,
            Units units,
            Delegations delegations) {
        this.inspections = inspections;
        this.secondInspections = secondInspections;
        this.secondInspectors = secondInspectors;
        this.people = people;
        this.units = units;
        this.delegations = delegations;
    }

    List<Refusal> check(String cycle, String unit, String inspecting, LocalDateTime at, Visitors visitors) {
        return check(cycle, unit, inspecting, at, visitors, Set.of(unit, inspecting));
    }

    /** As {@link #check}, for somebody of the inspecting unit: an unannounced visit to that unit is not given away. */
    List<Refusal> checkForInspectors(
            String cycle, String unit, String inspecting, LocalDateTime at, Visitors visitors) {
        boolean surprised =
                inspections.find(cycle, inspecting).filter(Inspection::isSecret).isPresent();
        return check(cycle, unit, inspecting, at, visitors, surprised ? Set.of(unit) : Set.of(unit, inspecting));
    }

    /** @param told codes of those of the two units of which it may be said that they have another visit */
    private List<Refusal> check(
            String cycle, String unit, String inspecting, LocalDateTime at, Visitors visitors, Set<String> told) {
        List<PlannedVisit> others = others(cycle, unit, at.toLocalDate());
        List<Refusal> refusals = people(others, cycle, unit, inspecting, at.toLocalDate(), visitors);
        busyUnits(others, cycle, unit, inspecting, at)
                .filter(told::contains)
                .forEach(busy -> refusals.add(Refusal.of(
                        "plannedAt",
                        "%s đã có lịch kiểm tra khác trong buổi này"
                                .formatted(units.find(busy).map(Unit::name).orElse(busy)))));
        return refusals;
    }

    /** Those of the two units that inspect or are inspected elsewhere in the same morning or afternoon. */
    List<String> busyUnits(String cycle, String unit, String inspecting, LocalDateTime at) {
        return busyUnits(others(cycle, unit, at.toLocalDate()), cycle, unit, inspecting, at)
                .toList();
    }

    /** All that inspect or are inspected in the same morning or afternoon, but for this visit. */
    Set<String> busyUnits(String cycle, String unit, LocalDateTime at) {
        return busyUnits(others(cycle, unit, at.toLocalDate()), cycle, at);
    }

    private static Stream<String> busyUnits(
            List<PlannedVisit> others, String cycle, String unit, String inspecting, LocalDateTime at) {
        return Stream.of(unit, inspecting).filter(busyUnits(others, cycle, at)::contains);
    }

    private static Set<String> busyUnits(List<PlannedVisit> others, String cycle, LocalDateTime at) {
        return others.stream()
                .filter(visit -> visit.cycle().equals(cycle) && isMorning(visit.at()) == isMorning(at))
                .flatMap(visit -> Stream.of(visit.unit(), visit.inspecting()))
                .collect(Collectors.toSet());
    }

    private static boolean isMorning(LocalDateTime time) {
        return time.toLocalTime().isBefore(NOON);
    }

    /** The visitors alone, whatever else the two units do at that time. */
    List<Refusal> people(String cycle, String unit, String inspecting, LocalDate day, Visitors visitors) {
        return people(others(cycle, unit, day), cycle, unit, inspecting, day, visitors);
    }

    private List<Refusal> people(
            List<PlannedVisit> others, String cycle, String unit, String inspecting, LocalDate day, Visitors visitors) {
        Elsewhere elsewhere = new Elsewhere(unit, others, substitutes(day));
        List<Refusal> refusals = new ArrayList<>();
        visitors.participants().forEach(person -> elsewhere
                .objections(person)
                .forEach(objection -> refusals.add(Refusal.of("participants", objection))));
        String observer = visitors.observer();
        if (observer != null) {
            elsewhere.objections(observer).forEach(objection -> refusals.add(Refusal.of("observer", objection)));
            if (visitors.participants().contains(observer)) {
                refusals.add(Refusal.of(
                        "observer",
                        "%s đã có trong thành phần kiểm tra nên không đồng thời là người giám sát"
                                .formatted(nameOf(observer))));
            } else if (people.worksFor(observer, inspecting)) {
                refusals.add(Refusal.of(
                        "observer",
                        "%s thuộc đơn vị kiểm tra nên không giám sát cuộc kiểm tra này".formatted(nameOf(observer))));
            }
        }
        refusals.addAll(secondInspectors.check(cycle, unit, inspecting, visitors));
        return refusals;
    }

    /** Those who could visit the unit on that day, in the order in which they were named. */
    List<String> free(String cycle, String unit, LocalDate day, List<String> persons) {
        Elsewhere elsewhere = new Elsewhere(unit, others(cycle, unit, day), substitutes(day));
        Optional<String> second = secondInspections.find(cycle, unit).map(DoubleInspection::inspectedBy);
        return persons.stream()
                .filter(person -> second.filter(person::equals).isEmpty())
                .filter(person -> elsewhere.objections(person).isEmpty())
                .toList();
    }

    private List<PlannedVisit> others(String cycle, String unit, LocalDate day) {
        return inspections.plannedOn(day).stream()
                .filter(visit -> !visit.cycle().equals(cycle) || !visit.unit().equals(unit))
                .toList();
    }

    /** Why people cannot visit the unit on a day. */
    private final class Elsewhere {

        private final String unit;
        private final Set<String> busy;
        private final Map<String, String> substitutes;

        Elsewhere(String unit, List<PlannedVisit> others, Map<String, String> substitutes) {
            this.unit = unit;
            this.busy =
                    others.stream().flatMap(visit -> visit.people().stream()).collect(Collectors.toSet());
            this.substitutes = substitutes;
        }

        List<String> objections(String person) {
            List<String> objections = new ArrayList<>();
            String substitute = substitutes.get(person);
            if (busy.contains(person)) {
                objections.add("%s đã có lịch kiểm tra đơn vị khác trong ngày này".formatted(nameOf(person)));
            }
            if (substitute != null) {
                objections.add(
                        "%s vắng trong ngày này, người làm thay là %s".formatted(nameOf(person), nameOf(substitute)));
            }
            if (people.worksFor(person, unit)) {
                objections.add("%s thuộc đơn vị được kiểm tra nên không được tham gia".formatted(nameOf(person)));
            }
            return objections;
        }
    }

    /** Of those who have handed their inspections over for the day. */
    private Map<String, String> substitutes(LocalDate day) {
        return delegations.active(day).stream()
                .map(Delegations.Active::delegation)
                .filter(one -> one.kinds().contains(TaskKind.CROSS_INSPECTION))
                .collect(Collectors.toMap(Delegation::principal, Delegation::substitute, (one, other) -> one));
    }

    private String nameOf(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
