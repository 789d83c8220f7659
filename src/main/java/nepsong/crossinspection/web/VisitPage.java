package nepsong.crossinspection.web;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.crossinspection.ReplaceInspectingUnit;
import nepsong.crossinspection.RescheduleVisit;
import nepsong.crossinspection.RescheduleVisit.Planned;
import nepsong.crossinspection.VisitCandidates;
import nepsong.crossinspection.VisitChange;
import nepsong.crossinspection.VisitChanges;
import nepsong.crossinspection.VisitMove;
import nepsong.crossinspection.Visitors;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.TypedText;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a planned visit is moved; the head of the team goes on from here to have another unit inspect. For everybody else
 * there is no such page: an unannounced visit is a secret.
 */
@Controller
@RequestMapping("/visits/{cycle}/{unit}")
class VisitPage {

    private final RescheduleVisit rescheduling;
    private final ReplaceInspectingUnit replacing;
    private final VisitCandidates candidates;
    private final VisitChanges changes;
    private final People people;
    private final Units units;
    private final Clock clock;

    VisitPage(
            RescheduleVisit rescheduling,
            ReplaceInspectingUnit replacing,
            VisitCandidates candidates,
            VisitChanges changes,
            People people,
            Units units,
            Clock clock) {
        this.rescheduling = rescheduling;
        this.replacing = replacing;
        this.candidates = candidates;
        this.people = people;
        this.changes = changes;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable String cycle, @PathVariable String unit, Principal person, Model model) {
        Optional<Planned> found = rescheduling.find(cycle, unit, person.getName());
        if (found.isEmpty() && replacing.find(cycle, unit, person.getName()).isPresent()) {
            return "redirect:/visits/" + cycle + "/" + unit + "/inspecting";
        }
        Planned planned = found.orElseThrow(VisitPage::nothing);
        String inspecting = planned.inspection().inspecting();
        Visitors visitors = planned.visitors();
        model.addAttribute("visit", planned.inspection());
        model.addAttribute("visitors", visitors);
        model.addAttribute("names", names(visitors.participants()));
        model.addAttribute(
                "observerName", names(Stream.ofNullable(visitors.observer()).toList()));
        model.addAttribute(
                "mayInspect", withThose(candidates.participants(cycle, inspecting), visitors.participants()));
        model.addAttribute(
                "mayWatch",
                withThose(
                        candidates.observers(cycle, unit, inspecting),
                        Stream.ofNullable(visitors.observer()).toList()));
        model.addAttribute("task", planned.task());
        model.addAttribute("movable", planned.movable());
        model.addAttribute("past", planned.inspection().isPast(clock));
        model.addAttribute("unitName", name(unit));
        model.addAttribute("inspectingName", name(inspecting));
        model.addAttribute(
                "changes", changes.of(cycle, unit).stream().map(this::shown).toList());
        model.addAttribute("earliest", rescheduling.earliest(planned.inspection()));
        return "visit-form";
    }

    @PostMapping
    String move(
            @PathVariable String cycle,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String plannedAt,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") List<String> participants,
            @RequestParam(defaultValue = "") String observer,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes next) {
        if (rescheduling.find(cycle, unit, person.getName()).isEmpty()) {
            throw nothing();
        }
        String typedPlace = TypedText.of(place);
        String typedReason = TypedText.of(reason);
        Visitors visitors = new Visitors(participants, observer.isEmpty() ? null : observer);
        List<Refusal> refusals = time(plannedAt)
                .map(at -> new VisitMove(at, typedPlace, visitors, typedReason))
                .map(move -> rescheduling.reschedule(cycle, unit, move, person.getName()))
                .orElseGet(() ->
                        List.of(Refusal.of("plannedAt", "“Thời gian kiểm tra”: hãy chọn một ngày và một giờ có thật")));
        if (refusals.isEmpty()) {
            next.addFlashAttribute(
                    "done",
                    "Đã đổi lịch. Những người đã được báo lịch cũ và người mới tham gia nhận thư kèm lịch mới.");
        } else {
            next.addFlashAttribute(
                    "refusals", refusals.stream().map(Refusal::reason).toList());
            next.addFlashAttribute("plannedAt", plannedAt);
            next.addFlashAttribute("place", typedPlace);
            next.addFlashAttribute("wanted", visitors);
            next.addFlashAttribute("reason", typedReason);
        }
        return "redirect:/visits/" + cycle + "/" + unit;
    }

    /** @param joined names of those who come since; {@code left} of those who do not any more */
    public record Shown(VisitChange change, String joined, String left) {}

    private Shown shown(VisitChange change) {
        return new Shown(change, named(change.joined()), named(change.left()));
    }

    private String named(Visitors visitors) {
        String observer = names(Stream.ofNullable(visitors.observer()).toList());
        return Stream.of(names(visitors.participants()), observer.isEmpty() ? "" : observer + " (giám sát)")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String names(List<String> ids) {
        return ids.stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    /** Whoever was to come may stay, even where the person could not be chosen today. */
    private List<Person> withThose(List<Person> offered, List<String> chosen) {
        return Stream.concat(offered.stream(), chosen.stream().map(people::find).flatMap(Optional::stream))
                .distinct()
                .toList();
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "Không có lịch kiểm tra nào để đổi: chưa lập lịch, phiếu đã nộp, hoặc việc này không phải của bạn.");
    }
}
