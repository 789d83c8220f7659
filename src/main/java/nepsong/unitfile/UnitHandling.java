package nepsong.unitfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nepsong.crossinspection.DoubleInspection;
import nepsong.crossinspection.DoubleInspections;
import nepsong.crossinspection.VisitChange;
import nepsong.crossinspection.VisitChanges;
import nepsong.cycle.Affair;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.delegation.StandIns;
import nepsong.evaluation.CheckTwice;
import nepsong.evaluation.DoubleCheck;
import nepsong.reminder.Escalation;
import nepsong.reminder.Escalation.Reason;
import nepsong.reminder.Escalations;
import nepsong.reminder.Extension;
import nepsong.reminder.Extension.Decision;
import nepsong.reminder.Extensions;
import nepsong.unitfile.Handling.Outcome;
import org.springframework.stereotype.Component;

/**
 * Tells what became of a unit's tasks beside being done: extensions, moved visits, other inspectors, second inspections,
 * reports upwards, substitutes.
 */
@Component
class UnitHandling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Extensions extensions;
    private final VisitChanges changes;
    private final UnitReplacements replacements;
    private final DoubleInspections second;
    private final CheckTwice twice;
    private final Escalations escalations;
    private final DelegatedActs acts;
    private final UnitHistory history;
    private final StandIns standIns;

    UnitHandling(
            Extensions extensions,
            VisitChanges changes,
            UnitReplacements replacements,
            DoubleInspections second,
            CheckTwice twice,
            Escalations escalations,
            DelegatedActs acts,
            UnitHistory history,
            StandIns standIns) {
        this.extensions = extensions;
        this.changes = changes;
        this.replacements = replacements;
        this.second = second;
        this.twice = twice;
        this.escalations = escalations;
        this.acts = acts;
        this.history = history;
        this.standIns = standIns;
    }

    /**
     * The newest first.
     *
     * @param visit  whether the reader may know that the unit is inspected
     * @param scores whether the reader may know what a second inspection gave it
     */
    List<Handling> of(String cycle, String unit, boolean visit, boolean scores) {
        Affair affair = new Affair(cycle, unit);
        Predicate<String> known = step -> visit || !step.startsWith("cross-inspection.");
        List<Escalation> reported = escalations.of(affair).stream()
                .filter(one -> known.test(one.step()))
                .toList();
        Map<String, String> groups = history.namesOfGroups(
                reported.stream().map(Escalation::group).distinct().toList());
        return Stream.of(
                        extensions.of(affair).stream()
                                .filter(one -> known.test(one.step()))
                                .flatMap(this::extension),
                        replacements.of(cycle, unit, visit),
                        visit ? changes.of(cycle, unit).stream().map(this::change) : Stream.<Handling>empty(),
                        scores ? second.find(cycle, unit).stream().flatMap(this::check) : Stream.<Handling>empty(),
                        reported.stream().map(one -> escalation(one, groups)),
                        acts.of(affair).stream()
                                .filter(one -> known.test(one.step()))
                                .map(this::act))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Handling::at).reversed())
                .toList();
    }

    private Stream<Handling> extension(Extension wish) {
        Handling asked = new Handling(
                wish.taskName(),
                Outcome.ASKED,
                "%s xin gia hạn từ %s đến %s"
                        .formatted(
                                standIns.named(wish.requestedBy(), wish.requestedFor()),
                                day(wish.oldDay()),
                                day(wish.until())),
                wish.reason(),
                wish.requestedAt());
        Decision decision = wish.decision();
        String decider =
                decision == null ? "" : standIns.author(decision.by(), wish.affair(), "extension.decide-extension");
        return decision == null
                ? Stream.of(asked)
                : Stream.of(
                        asked,
                        new Handling(
                                wish.taskName(),
                                decision.granted() ? Outcome.GRANTED : Outcome.REFUSED,
                                decision.granted()
                                        ? "%s cho gia hạn đến %s".formatted(decider, day(wish.until()))
                                        : "%s không cho gia hạn, hạn vẫn là %s".formatted(decider, day(wish.oldDay())),
                                Objects.requireNonNullElse(decision.answer(), ""),
                                decision.at()));
    }

    private Handling change(VisitChange change) {
        String who = standIns.named(change.changedBy(), change.changedFor());
        String from = TIME.format(change.oldAt());
        String to = TIME.format(change.newAt());
        String what;
        if (change.keepsTimeAndPlace()) {
            what = "%s đổi người của cuộc kiểm tra lúc %s".formatted(who, from);
        } else if (change.oldPlace().equals(change.newPlace())) {
            what = (change.changesVisitors() ? "%s đổi người và đổi lịch từ %s sang %s" : "%s đổi lịch từ %s sang %s")
                    .formatted(who, from, to);
        } else {
            what = (change.changesVisitors()
                            ? "%s đổi người và đổi lịch từ %s, tại %s sang %s, tại %s"
                            : "%s đổi lịch từ %s, tại %s sang %s, tại %s")
                    .formatted(who, from, change.oldPlace(), to, change.newPlace());
        }
        return new Handling("Kiểm tra tại đơn vị", Outcome.MOVED, what, change.reason(), change.changedAt());
    }

    private Stream<Handling> check(DoubleInspection again) {
        DoubleCheck check = twice.of(again.cycle(), again.bloc()).get(again.unit());
        Instant at = again.handedInAt();
        return check == null || at == null
                ? Stream.empty()
                : Stream.of(new Handling(
                        "Kiểm tra kép",
                        Outcome.CHECKED,
                        check.cross() == null
                                ? "Đoàn chấm %s điểm".formatted(points(check.second()))
                                : "Đoàn chấm %s điểm, kiểm tra chéo %s điểm"
                                        .formatted(points(check.second()), points(check.cross())),
                        again.resolution(),
                        at));
    }

    private static String points(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static Handling escalation(Escalation one, Map<String, String> groups) {
        String told = groups.getOrDefault(one.group(), one.group());
        return new Handling(
                one.taskName(),
                Outcome.REPORTED,
                one.reason() == Reason.OVERDUE
                        ? "Quá hạn %d ngày làm việc (hạn %s), đã báo cáo: %s"
                                .formatted(one.workingDays(), day(one.dueOn()), told)
                        : "Chưa có người phụ trách, đã giao thêm cho: %s".formatted(told),
                "",
                one.at());
    }

    private Handling act(Act act) {
        return new Handling(
                act.taskName(),
                Outcome.DELEGATED,
                "%s làm thay mặt %s"
                        .formatted(standIns.named(act.substitute(), null), standIns.named(act.principal(), null)),
                "",
                act.at());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
