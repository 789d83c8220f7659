package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final People people;
    private final Units units;
    private final Delegations delegations;

    VisitClashes(
            Inspections inspections,
            DoubleInspections secondInspections,
            People people,
            Units units,
            Delegations delegations) {
        this.inspections = inspections;
        this.secondInspections = secondInspections;
        this.people = people;
        this.units = units;
        this.delegations = delegations;
    }

    List<Refusal> check(
            String cycle, String unit, String inspecting, LocalDateTime at, Collection<String> participants) {
        return check(cycle, unit, inspecting, at, participants, Set.of(unit, inspecting));
    }

    /** As {@link #check}, for somebody of the inspecting unit: an unannounced visit to that unit is not given away. */
    List<Refusal> checkForInspectors(
            String cycle, String unit, String inspecting, LocalDateTime at, Collection<String> participants) {
        boolean surprised =
                inspections.find(cycle, inspecting).filter(Inspection::isSecret).isPresent();
        return check(cycle, unit, inspecting, at, participants, surprised ? Set.of(unit) : Set.of(unit, inspecting));
    }

    /** @param told codes of those of the two units of which it may be said that they have another visit */
    private List<Refusal> check(
            String cycle,
            String unit,
            String inspecting,
            LocalDateTime at,
            Collection<String> participants,
            Set<String> told) {
        List<Refusal> refusals = people(cycle, unit, at.toLocalDate(), participants);
        refusals.addAll(secondInspectors(cycle, unit, inspecting, participants));
        busyUnits(cycle, unit, inspecting, at).stream()
                .filter(told::contains)
                .forEach(busy -> refusals.add(Refusal.of(
                        "plannedAt",
                        "%s đã có lịch kiểm tra khác trong buổi này"
                                .formatted(units.find(busy).map(Unit::name).orElse(busy)))));
        return refusals;
    }

    /** Only whoever is of the team and not of the inspecting unit can be one of them. */
    private List<Refusal> secondInspectors(
            String cycle, String unit, String inspecting, Collection<String> participants) {
        List<String> ofTheTeam = participants.stream()
                .filter(person -> !people.worksFor(person, inspecting))
                .toList();
        return ofTheTeam.isEmpty()
                ? List.of()
                : secondInspections.find(cycle, unit).map(DoubleInspection::inspectedBy).stream()
                        .filter(ofTheTeam::contains)
                        .map(person -> Refusal.of(
                                "participants",
                                "%s đã kiểm tra kép đơn vị này nên không tham gia cuộc kiểm tra chéo"
                                        .formatted(nameOf(person))))
                        .toList();
    }

    /** Those of the two units that inspect or are inspected elsewhere in the same morning or afternoon. */
    List<String> busyUnits(String cycle, String unit, String inspecting, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        boolean morning = at.toLocalTime().isBefore(NOON);
        Set<String> busy = inspections.visiting(
                cycle,
                morning ? day.atStartOfDay() : day.atTime(NOON),
                morning ? day.atTime(NOON) : day.plusDays(1).atStartOfDay(),
                unit);
        return Stream.of(unit, inspecting).filter(busy::contains).toList();
    }

    private List<Refusal> people(String cycle, String unit, LocalDate day, Collection<String> participants) {
        Set<String> busy = new HashSet<>(inspections.busyOn(day, cycle, unit));
        Map<String, String> substitutes = substitutes(day);
        List<Refusal> refusals = new ArrayList<>();
        for (String id : participants) {
            String name = nameOf(id);
            if (busy.contains(id)) {
                refusals.add(Refusal.of(
                        "participants", "%s đã có lịch kiểm tra đơn vị khác trong ngày này".formatted(name)));
            }
            if (substitutes.containsKey(id)) {
                refusals.add(Refusal.of(
                        "participants",
                        "%s vắng trong ngày này, người làm thay là %s".formatted(name, nameOf(substitutes.get(id)))));
            }
            if (people.worksFor(id, unit)) {
                refusals.add(Refusal.of(
                        "participants", "%s thuộc đơn vị được kiểm tra nên không được tham gia".formatted(name)));
            }
        }
        return refusals;
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
