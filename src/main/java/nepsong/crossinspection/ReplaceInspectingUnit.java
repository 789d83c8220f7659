package nepsong.crossinspection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.engine.FormTask;
import nepsong.engine.OpenTask;
import nepsong.engine.OpenTasks;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A unit that cannot come is excused, and the next one inspects in its place: the head of the cycle's team decides, until
 * the sheet of the visit is handed in. The planned visit stays where it is; the excused unit's people are off it.
 */
@Component
public class ReplaceInspectingUnit {

    private static final String GONE =
            "Không thay được đơn vị kiểm tra nữa: phiếu kiểm tra đã nộp, kỳ kiểm tra đã dừng, hoặc bạn không phải Trưởng đoàn của kỳ này";

    private final Cycles cycles;
    private final Pairs pairs;
    private final Inspections inspections;
    private final PairReplacements replacements;
    private final TakeoverCandidates candidates;
    private final TeamHeadPolicy heads;
    private final OwnUnitPolicy ownUnit;
    private final OpenTasks tasks;
    private final InspectionHandover handover;
    private final People people;
    private final Units units;
    private final ReplacementMails mails;
    private final VisitTrail trail;
    private final Clock clock;

    ReplaceInspectingUnit(
            Cycles cycles,
            Pairs pairs,
            Inspections inspections,
            PairReplacements replacements,
            TakeoverCandidates candidates,
            TeamHeadPolicy heads,
            OwnUnitPolicy ownUnit,
            OpenTasks tasks,
            InspectionHandover handover,
            People people,
            Units units,
            ReplacementMails mails,
            VisitTrail trail,
            Clock clock) {
        this.cycles = cycles;
        this.pairs = pairs;
        this.inspections = inspections;
        this.replacements = replacements;
        this.candidates = candidates;
        this.heads = heads;
        this.ownUnit = ownUnit;
        this.tasks = tasks;
        this.handover = handover;
        this.people = people;
        this.units = units;
        this.mails = mails;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An inspection that may still be another unit's.
     *
     * @param visit that is planned; null where none is
     * @param task  in which the visit is scheduled or its sheet is filled in
     */
    public record Replaceable(Pair pair, @Nullable Inspection visit, FormTask task) {}

    /**
     * What is asked for.
     *
     * @param from who inspects, as the person saw it
     * @param to   who is to inspect
     */
    public record Wish(String from, String to, String reason) {}

    /** Empty where there is none, and for everybody but the head of the cycle's team. */
    public Optional<Replaceable> find(String cycle, String unit, String person) {
        boolean decides = heads.isHead(cycle, person)
                && ownUnit.check(person, unit).isEmpty()
                && cycles.find(cycle).filter(one -> !one.isOver()).isPresent();
        if (!decides) {
            return Optional.empty();
        }
        Inspection visit = inspections.find(cycle, unit).orElse(null);
        return pairs.inspecting(cycle, unit)
                .filter(inspecting -> visit == null || visit.crossSubmittedAt() == null)
                .flatMap(inspecting -> Stream.of("userTask_inspect", "userTask_schedule")
                        .flatMap(step -> tasks.find("cross-inspection", cycle + "/" + unit, step, person).stream())
                        .map(OpenTask::task)
                        .findFirst()
                        .map(task -> new Replaceable(new Pair(inspecting, unit), visit, task)));
    }

    /** Every other unit of the bloc, the next one first. */
    public List<TakeoverCandidate> candidates(Replaceable inspection) {
        FormTask task = inspection.task();
        return candidates.of(task.cycle(), task.bloc(), inspection.pair(), inspection.visit());
    }

    /** What was done meanwhile, by the same person's double click too, is said and not done again. */
    @Transactional
    public List<Refusal> replace(String cycle, String unit, Wish wish, String person) {
        Optional<Replaceable> seen = find(cycle, unit, person);
        seen.ifPresent(inspection -> {
            replacements.hold(cycle, inspection.task().bloc());
            tasks.hold(inspection.task().id());
        });
        Optional<Replaceable> found = find(cycle, unit, person);
        if (seen.isEmpty() || found.isEmpty()) {
            return List.of(Refusal.of("", GONE));
        }
        Replaceable inspection = found.get();
        String inspecting = inspection.pair().inspecting();
        if (!inspecting.equals(wish.from())) {
            return List.of(Refusal.of(
                    "",
                    "Đơn vị kiểm tra đã đổi từ lúc trang này mở ra, hiện nay là %s: hãy xem lại rồi chọn"
                            .formatted(nameOf(inspecting))));
        }
        if (!inspection.task().id().equals(seen.get().task().id())) {
            return List.of(
                    Refusal.of("", "Cuộc kiểm tra vừa sang bước khác trong lúc bạn gửi: hãy xem lại rồi gửi lần nữa"));
        }
        List<Refusal> refusals = check(inspection, wish);
        if (refusals.isEmpty()) {
            replace(cycle, inspection, wish, person);
        }
        return refusals;
    }

    private List<Refusal> check(Replaceable inspection, Wish wish) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<TakeoverCandidate> chosen = candidates(inspection).stream()
                .filter(one -> one.unit().equals(wish.to()))
                .findFirst();
        if (chosen.isEmpty()) {
            refusals.add(Refusal.of("to", "“Đơn vị kiểm tra mới”: hãy chọn một đơn vị khác cùng khối"));
        }
        chosen.filter(one -> !one.isPossible())
                .ifPresent(one -> refusals.add(
                        Refusal.of("to", "%s không kiểm tra thay được: %s".formatted(one.name(), one.objection()))));
        refusals.addAll(VisitChangePolicy.checkReason(wish.reason()));
        return refusals;
    }

    private void replace(String cycle, Replaceable inspection, Wish wish, String person) {
        Inspection visit = inspection.visit();
        String unit = inspection.pair().inspected();
        int number = 1
                + Math.toIntExact(replacements.concerning(cycle, unit).stream()
                        .filter(one -> one.unit().equals(unit))
                        .count());
        PairReplacement replacement = new PairReplacement(
                cycle, unit, number, wish.from(), wish.to(), wish.reason(), clock.instant(), person);
        Visitors before = inspections.visitors(cycle, unit);
        Visitors staying = staying(before, wish);
        replacements.add(replacement, visit == null ? null : staying);
        handover.giveTo(units.find(wish.to()).orElseThrow(), cycle, unit, visit == null ? null : visit.dueOn());
        trail.replaced(replacement, before, staying);
        mails.replaced(replacement, visit, before, staying, inspection.task().due());
    }

    /** Who comes for the team; nobody of the excused unit inspects, and nobody of the new one watches it. */
    private Visitors staying(Visitors planned, Wish wish) {
        String observer = planned.observer();
        return new Visitors(
                planned.participants().stream()
                        .filter(one -> !people.worksFor(one, wish.from()))
                        .toList(),
                observer == null || people.worksFor(observer, wish.to()) ? null : observer);
    }

    private String nameOf(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
