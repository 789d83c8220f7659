package nepsong.crossinspection.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.PairReplacement;
import nepsong.crossinspection.PairReplacements;
import nepsong.crossinspection.ReplaceInspectingUnit;
import nepsong.crossinspection.ReplaceInspectingUnit.Replaceable;
import nepsong.crossinspection.ReplaceInspectingUnit.Wish;
import nepsong.crossinspection.TakeoverCandidate;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.TypedText;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
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

/** Where the head of the team has another unit inspect. For everybody else there is no such page. */
@Controller
@RequestMapping("/visits/{cycle}/{unit}/inspecting")
class InspectingUnitPage {

    private final ReplaceInspectingUnit replacing;
    private final PairReplacements replacements;
    private final Inspections inspections;
    private final People people;
    private final Units units;
    private final Clock clock;

    InspectingUnitPage(
            ReplaceInspectingUnit replacing,
            PairReplacements replacements,
            Inspections inspections,
            People people,
            Units units,
            Clock clock) {
        this.replacing = replacing;
        this.replacements = replacements;
        this.inspections = inspections;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    /** A replacement with what people call the units and who decided, and its time in Hà Nội. */
    public record Shown(PairReplacement replacement, String from, String to, String by, LocalDateTime at) {}

    @GetMapping
    String form(@PathVariable String cycle, @PathVariable String unit, Principal person, Model model) {
        Replaceable inspection = replacing.find(cycle, unit, person.getName()).orElseThrow(InspectingUnitPage::nothing);
        List<TakeoverCandidate> candidates = replacing.candidates(inspection);
        model.addAttribute("cycle", cycle);
        model.addAttribute("pair", inspection.pair());
        Inspection visit = inspection.visit();
        model.addAttribute("visit", visit);
        model.addAttribute("past", visit != null && visit.isPast(clock));
        model.addAttribute(
                "visitors",
                inspections.visitors(cycle, unit).all().stream()
                        .map(this::personName)
                        .collect(Collectors.joining(", ")));
        model.addAttribute("unitName", unitName(unit));
        model.addAttribute("inspectingName", unitName(inspection.pair().inspecting()));
        model.addAttribute(
                "possible",
                candidates.stream().filter(TakeoverCandidate::isPossible).toList());
        model.addAttribute(
                "impossible",
                candidates.stream().filter(one -> !one.isPossible()).toList());
        model.addAttribute(
                "made",
                replacements.concerning(cycle, unit).stream()
                        .filter(one -> one.unit().equals(unit))
                        .map(this::shown)
                        .toList());
        return "visit-inspecting";
    }

    @PostMapping
    String replace(
            @PathVariable String cycle,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes next) {
        if (replacing.find(cycle, unit, person.getName()).isEmpty()) {
            throw nothing();
        }
        String typed = TypedText.of(reason);
        List<Refusal> refusals = replacing.replace(cycle, unit, new Wish(from, to, typed), person.getName());
        if (refusals.isEmpty()) {
            next.addFlashAttribute(
                    "done",
                    "Đã thay đơn vị kiểm tra. Đơn vị cũ, đơn vị mới và Thư ký Đoàn nhận thư; đơn vị được kiểm tra cũng vậy, trừ kiểm tra đột xuất.");
        } else {
            next.addFlashAttribute(
                    "refusals", refusals.stream().map(Refusal::reason).toList());
            next.addFlashAttribute("to", to);
            next.addFlashAttribute("reason", typed);
        }
        return "redirect:/visits/" + cycle + "/" + unit + "/inspecting";
    }

    private Shown shown(PairReplacement one) {
        return new Shown(
                one,
                unitName(one.from()),
                unitName(one.to()),
                personName(one.replacedBy()),
                LocalDateTime.ofInstant(one.replacedAt(), WorkingCalendar.ZONE));
    }

    private String personName(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private String unitName(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "Không thay được đơn vị kiểm tra ở đây: chưa có cặp đang chờ kiểm tra, phiếu kiểm tra đã nộp, kỳ đã dừng, hoặc bạn không phải Trưởng đoàn của kỳ này.");
    }
}
