package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary sets the date of a visit and who goes. Nobody visits two units on one day, and nobody their own. */
@Component
public class ScheduleVisit {

    /** Working days after the visit in which the sheet is in time. */
    private static final int SHEET_DAYS = 2;

    private final Inspections inspections;
    private final InspectionLog log;
    private final People people;
    private final WorkingCalendar calendar;
    private final CrossInspectionMails mails;
    private final Clock clock;

    ScheduleVisit(
            Inspections inspections,
            InspectionLog log,
            People people,
            WorkingCalendar calendar,
            CrossInspectionMails mails,
            Clock clock) {
        this.inspections = inspections;
        this.log = log;
        this.people = people;
        this.calendar = calendar;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> schedule(String cycle, String unit, String inspecting, VisitPlan plan, String user) {
        List<Refusal> refusals = new ArrayList<>(new VisitPlanPolicy(calendar).check(plan, LocalDate.now(clock)));
        if (refusals.isEmpty()) {
            refusals.addAll(clashes(cycle, unit, plan));
        }
        if (refusals.isEmpty()) {
            LocalDate due = calendar.plus(plan.plannedAt().toLocalDate(), SHEET_DAYS);
            log.schedule(cycle, unit, inspecting, plan, due, user);
            mails.scheduled(cycle, unit, inspecting, plan);
        }
        return refusals;
    }

    private List<Refusal> clashes(String cycle, String unit, VisitPlan plan) {
        Set<String> busy = new HashSet<>(inspections.busyOn(plan.plannedAt().toLocalDate(), cycle, unit));
        List<Refusal> refusals = new ArrayList<>();
        for (String id : plan.participants()) {
            String name = people.find(id).map(Person::name).orElse(id);
            if (busy.contains(id)) {
                refusals.add(Refusal.of(
                        "participants", "%s đã có lịch kiểm tra đơn vị khác trong ngày này".formatted(name)));
            }
            if (people.worksFor(id, unit)) {
                refusals.add(Refusal.of(
                        "participants", "%s thuộc đơn vị được kiểm tra nên không được tham gia".formatted(name)));
            }
        }
        return refusals;
    }
}
