package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretary sets the date of a visit and who goes. Nobody visits two units on one day, nobody their own,
 * nobody while a substitute
 * stands in for them, and no unit has two visits in one half-day.
 */
@Component
public class ScheduleVisit {

    private static final String SHEET = "cross-inspection.inspect";
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final int MOST_TRIES = 40;

    private final Inspections inspections;
    private final InspectionLog log;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final Pairs pairs;
    private final Delegations delegations;
    private final WorkingCalendar calendar;
    private final CrossInspectionMails mails;
    private final Clock clock;

    ScheduleVisit(
            Inspections inspections,
            InspectionLog log,
            People people,
            Units units,
            Cycles cycles,
            Pairs pairs,
            Delegations delegations,
            WorkingCalendar calendar,
            CrossInspectionMails mails,
            Clock clock) {
        this.inspections = inspections;
        this.log = log;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.pairs = pairs;
        this.delegations = delegations;
        this.calendar = calendar;
        this.mails = mails;
        this.clock = clock;
    }

    /** The last day on which the inspecting unit is in time with its sheet, by the cycle's own deadlines. */
    public LocalDate sheetDueOn(String cycle, VisitPlan plan) {
        return calendar.plus(plan.plannedAt().toLocalDate(), cycles.workingDays(cycle, SHEET));
    }

    /** The first half-day that may be announced today and on which neither unit has another visit. */
    public LocalDateTime proposed(String cycle, String bloc, String unit, String inspecting) {
        LocalDate first = calendar.plus(LocalDate.now(clock), VisitPlanPolicy.NOTICE_DAYS);
        int slot = VisitSlots.slot(pairs.of(cycle, bloc), unit);
        for (int tried = 0; tried < MOST_TRIES; tried++, slot++) {
            LocalDateTime time = VisitSlots.time(calendar, first, slot);
            if (busyUnits(cycle, unit, inspecting, time).isEmpty()) {
                return time;
            }
        }
        return VisitSlots.time(calendar, first, slot);
    }

    @Transactional
    public List<Refusal> schedule(String cycle, String unit, String inspecting, VisitPlan plan, String user) {
        List<Refusal> refusals = new ArrayList<>(new VisitPlanPolicy(calendar).check(plan, LocalDate.now(clock)));
        if (refusals.isEmpty()) {
            refusals.addAll(clashes(cycle, unit, plan));
            refusals.addAll(unitClashes(cycle, unit, inspecting, plan));
        }
        if (refusals.isEmpty()) {
            log.schedule(cycle, unit, inspecting, plan, sheetDueOn(cycle, plan), user);
            mails.scheduled(cycle, unit, inspecting, plan);
        }
        return refusals;
    }

    private List<Refusal> unitClashes(String cycle, String unit, String inspecting, VisitPlan plan) {
        return busyUnits(cycle, unit, inspecting, plan.plannedAt()).stream()
                .map(busy -> Refusal.of(
                        "plannedAt",
                        "%s đã có lịch kiểm tra khác trong buổi này"
                                .formatted(units.find(busy).map(Unit::name).orElse(busy))))
                .toList();
    }

    /** Those of the two units that inspect or are inspected elsewhere in the same morning or afternoon. */
    private List<String> busyUnits(String cycle, String unit, String inspecting, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        boolean morning = at.toLocalTime().isBefore(NOON);
        Set<String> busy = inspections.visiting(
                cycle,
                morning ? day.atStartOfDay() : day.atTime(NOON),
                morning ? day.atTime(NOON) : day.plusDays(1).atStartOfDay(),
                unit);
        return Stream.of(unit, inspecting).filter(busy::contains).toList();
    }

    private List<Refusal> clashes(String cycle, String unit, VisitPlan plan) {
        LocalDate day = plan.plannedAt().toLocalDate();
        Set<String> busy = new HashSet<>(inspections.busyOn(day, cycle, unit));
        Map<String, String> substitutes = substitutes(day);
        List<Refusal> refusals = new ArrayList<>();
        for (String id : plan.participants()) {
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
