package nepsong.unitfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nepsong.crossinspection.VisitChange;
import nepsong.crossinspection.VisitChanges;
import nepsong.cycle.Affair;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.delegation.StandIns;
import nepsong.reminder.Escalation;
import nepsong.reminder.Escalation.Reason;
import nepsong.reminder.Escalations;
import nepsong.reminder.Extension;
import nepsong.reminder.Extension.Decision;
import nepsong.reminder.Extensions;
import nepsong.unitfile.Handling.Outcome;
import org.springframework.stereotype.Component;

/** Tells what became of a unit's tasks beside being done: extensions, moved visits, reports upwards, substitutes. */
@Component
class UnitHandling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Extensions extensions;
    private final VisitChanges changes;
    private final Escalations escalations;
    private final DelegatedActs acts;
    private final UnitHistory history;
    private final StandIns standIns;

    UnitHandling(
            Extensions extensions,
            VisitChanges changes,
            Escalations escalations,
            DelegatedActs acts,
            UnitHistory history,
            StandIns standIns) {
        this.extensions = extensions;
        this.changes = changes;
        this.escalations = escalations;
        this.acts = acts;
        this.history = history;
        this.standIns = standIns;
    }

    /**
     * The newest first.
     *
     * @param visit whether the reader may know that the unit is inspected
     */
    List<Handling> of(String cycle, String unit, boolean visit) {
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
                        visit ? changes.of(cycle, unit).stream().map(this::change) : Stream.<Handling>empty(),
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
        return new Handling(
                "Kiểm tra tại đơn vị",
                Outcome.MOVED,
                change.oldPlace().equals(change.newPlace())
                        ? "%s đổi lịch từ %s sang %s".formatted(who, from, to)
                        : "%s đổi lịch từ %s, tại %s sang %s, tại %s"
                                .formatted(who, from, change.oldPlace(), to, change.newPlace()),
                change.reason(),
                change.changedAt());
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
