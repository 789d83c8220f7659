package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.engine.OpenTask;
import nepsong.engine.OpenTasks;
import nepsong.engine.TaskDeadlines;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A visit that was not held yet takes place at another time, elsewhere or by other people. Whoever has its sheet in hand
 * moves it until it should have begun, the secretary as long as nobody has handed the sheet in. The inspecting unit keeps
 * its days for the sheet.
 */
@Component
public class RescheduleVisit {

    private final Inspections inspections;
    private final InspectionLog log;
    private final VisitChanges changes;
    private final VisitCandidates candidates;
    private final VisitClashes clashes;
    private final OwnUnitPolicy ownUnit;
    private final OpenTasks tasks;
    private final TaskDeadlines deadlines;
    private final People people;
    private final StandIns standIns;
    private final VisitMails mails;
    private final VisitTrail trail;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RescheduleVisit(
            Inspections inspections,
            InspectionLog log,
            VisitChanges changes,
            VisitCandidates candidates,
            VisitClashes clashes,
            OwnUnitPolicy ownUnit,
            OpenTasks tasks,
            TaskDeadlines deadlines,
            People people,
            StandIns standIns,
            VisitMails mails,
            VisitTrail trail,
            WorkingCalendar calendar,
            Clock clock) {
        this.inspections = inspections;
        this.log = log;
        this.changes = changes;
        this.candidates = candidates;
        this.clashes = clashes;
        this.ownUnit = ownUnit;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.people = people;
        this.standIns = standIns;
        this.mails = mails;
        this.trail = trail;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A visit that waits to be held.
     *
     * @param visitors  who is to come
     * @param task      in which the sheet is filled in
     * @param secretary whether who asks organises all visits, and not this one alone
     * @param movable   by who asks, now: once its hour has come a visit is moved by the secretary alone
     */
    public record Planned(Inspection inspection, Visitors visitors, String task, boolean secretary, boolean movable) {}

    /** Empty where there is none, and for whoever has nothing to do with it. */
    public Optional<Planned> find(String cycle, String unit, String person) {
        Optional<Inspection> planned =
                inspections.find(cycle, unit).filter(inspection -> inspection.crossSubmittedAt() == null);
        if (planned.isEmpty() || !ownUnit.check(person, unit).isEmpty()) {
            return Optional.empty();
        }
        boolean secretary = people.groupsOf(person).contains(Groups.SECRETARIES);
        boolean begun = planned.get().plannedAt().isBefore(LocalDateTime.now(clock));
        return tasks.find("cross-inspection", cycle + "/" + unit, "userTask_inspect", person)
                .filter(sheet -> secretary || sheet.held())
                .map(OpenTask::task)
                .map(sheet -> new Planned(
                        planned.get(), inspections.visitors(cycle, unit), sheet.id(), secretary, secretary || !begun));
    }

    /** The first day to which a visit may be moved today. */
    public LocalDate earliest(Inspection planned) {
        return new VisitPlanPolicy(calendar).earliest(planned.announced(), LocalDate.now(clock));
    }

    /** What is asked for a second time, as by a double click, is neither done again nor refused. */
    @Transactional
    public List<Refusal> reschedule(String cycle, String unit, VisitMove move, String person) {
        Optional<Planned> seen = find(cycle, unit, person);
        seen.ifPresent(visit -> tasks.hold(visit.task()));
        Optional<Planned> planned = find(cycle, unit, person).filter(Planned::movable);
        if (planned.isEmpty()) {
            return List.of(
                    Refusal.of(
                            "",
                            "Không đổi được lịch này nữa: phiếu kiểm tra đã nộp, đã đến giờ kiểm tra (khi đó chỉ Thư ký Đoàn đổi được), hoặc người khác đã nhận việc"));
        }
        if (!seen.map(Planned::task).equals(planned.map(Planned::task))) {
            // The unit was replaced meanwhile: its successor's sheet is not held.
            return List.of(
                    Refusal.of("", "Cuộc kiểm tra vừa sang bước khác trong lúc bạn gửi: hãy xem lại rồi gửi lần nữa"));
        }
        Inspection old = planned.get().inspection();
        Visitors before = planned.get().visitors();
        if (isDone(planned.get(), move, person)) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>(VisitChangePolicy.check(old, before, move));
        refusals.addAll(candidates.check(old, before, move.visitors()));
        if (refusals.isEmpty() && !move.at().equals(old.plannedAt())) {
            refusals.addAll(time(planned.get(), move));
        } else if (refusals.isEmpty() && !move.visitors().equals(before)) {
            refusals.addAll(
                    clashes.people(cycle, unit, old.inspecting(), move.at().toLocalDate(), move.visitors()));
        }
        if (refusals.isEmpty()) {
            move(planned.get(), move, person);
        }
        return refusals;
    }

    /** A double click asks for the same a second time. */
    private boolean isDone(Planned planned, VisitMove move, String person) {
        Inspection visit = planned.inspection();
        List<VisitChange> made = changes.of(visit.cycle(), visit.unit());
        return !made.isEmpty()
                && made.get(made.size() - 1).reason().equals(move.reason())
                && made.get(made.size() - 1).changedBy().equals(person)
                && VisitChangePolicy.isNothingNew(visit, planned.visitors(), move);
    }

    private List<Refusal> time(Planned planned, VisitMove move) {
        LocalDateTime at = move.at();
        Inspection old = planned.inspection();
        List<Refusal> refusals = new VisitPlanPolicy(calendar).check(at, old.announced(), LocalDateTime.now(clock));
        if (!refusals.isEmpty()) {
            return refusals;
        }
        return planned.secretary()
                ? clashes.check(old.cycle(), old.unit(), old.inspecting(), at, move.visitors())
                : clashes.checkForInspectors(old.cycle(), old.unit(), old.inspecting(), at, move.visitors());
    }

    private void move(Planned planned, VisitMove move, String person) {
        Inspection old = planned.inspection();
        VisitChange change = new VisitChange(
                old.cycle(),
                old.unit(),
                changes.of(old.cycle(), old.unit()).size() + 1,
                old.plannedAt(),
                old.place(),
                move.at(),
                move.place(),
                move.visitors().without(planned.visitors()),
                planned.visitors().without(move.visitors()),
                move.reason(),
                clock.instant(),
                person,
                standIns.principal(planned.task(), person).orElse(null));
        changes.add(change);
        log.reschedule(old.cycle(), old.unit(), move.at(), move.place(), move.visitors());
        LocalDate dueOn = calendar.plus(
                old.dueOn(),
                calendar.between(old.plannedAt().toLocalDate(), move.at().toLocalDate()));
        deadlines.move(planned.task(), calendar.dueAt(dueOn));
        trail.moved(change);
        mails.rescheduled(change, old, move.visitors());
    }
}
