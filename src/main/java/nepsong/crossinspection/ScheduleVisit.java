package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary sets the date of a visit and who goes. */
@Component
public class ScheduleVisit {

    private static final String SHEET = "cross-inspection.inspect";
    private static final int MOST_TRIES = 40;

    private final VisitClashes clashes;
    private final InspectionLog log;
    private final Cycles cycles;
    private final Pairs pairs;
    private final WorkingCalendar calendar;
    private final VisitMails mails;
    private final Clock clock;

    ScheduleVisit(
            VisitClashes clashes,
            InspectionLog log,
            Cycles cycles,
            Pairs pairs,
            WorkingCalendar calendar,
            VisitMails mails,
            Clock clock) {
        this.clashes = clashes;
        this.log = log;
        this.cycles = cycles;
        this.pairs = pairs;
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
            if (clashes.busyUnits(cycle, unit, inspecting, time).isEmpty()) {
                return time;
            }
        }
        return VisitSlots.time(calendar, first, slot);
    }

    @Transactional
    public List<Refusal> schedule(String cycle, String unit, String inspecting, VisitPlan plan, String user) {
        List<Refusal> refusals = new ArrayList<>(
                new VisitPlanPolicy(calendar).check(plan.plannedAt(), plan.announced(), LocalDateTime.now(clock)));
        if (refusals.isEmpty()) {
            refusals.addAll(clashes.check(cycle, unit, inspecting, plan.plannedAt(), plan.visitors()));
        }
        if (refusals.isEmpty()) {
            log.schedule(cycle, unit, inspecting, plan, sheetDueOn(cycle, plan), user);
            mails.scheduled(cycle, unit, inspecting, plan);
        }
        return refusals;
    }
}
