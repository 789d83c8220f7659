package nepsong.crossinspection.web;

import java.security.Principal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nepsong.crossinspection.RescheduleVisit;
import nepsong.crossinspection.RescheduleVisit.Planned;
import nepsong.crossinspection.VisitChanges;
import nepsong.cycle.Refusal;
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

/** Where a planned visit is moved. For whoever may not move it there is no such page: an unannounced visit is a secret. */
@Controller
@RequestMapping("/visits/{cycle}/{unit}")
class VisitPage {

    private final RescheduleVisit rescheduling;
    private final VisitChanges changes;
    private final Units units;

    VisitPage(RescheduleVisit rescheduling, VisitChanges changes, Units units) {
        this.rescheduling = rescheduling;
        this.changes = changes;
        this.units = units;
    }

    @GetMapping
    String form(@PathVariable String cycle, @PathVariable String unit, Principal person, Model model) {
        Planned planned = rescheduling.find(cycle, unit, person.getName()).orElseThrow(VisitPage::nothing);
        model.addAttribute("visit", planned.inspection());
        model.addAttribute("task", planned.task());
        model.addAttribute("movable", planned.movable());
        model.addAttribute("unitName", name(unit));
        model.addAttribute("inspectingName", name(planned.inspection().inspecting()));
        model.addAttribute("changes", changes.of(cycle, unit));
        model.addAttribute("earliest", rescheduling.earliest(planned.inspection()));
        return "visit-form";
    }

    @PostMapping
    String move(
            @PathVariable String cycle,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String plannedAt,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes next) {
        if (rescheduling.find(cycle, unit, person.getName()).isEmpty()) {
            throw nothing();
        }
        String typedPlace = typed(place);
        String typedReason = typed(reason);
        List<Refusal> refusals = time(plannedAt)
                .map(at -> rescheduling.reschedule(cycle, unit, at, typedPlace, typedReason, person.getName()))
                .orElseGet(() ->
                        List.of(Refusal.of("plannedAt", "“Thời gian kiểm tra”: hãy chọn một ngày và một giờ có thật")));
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Đã đổi lịch. Những người đã được báo lịch cũ nhận thư kèm lịch mới.");
        } else {
            next.addFlashAttribute(
                    "refusals", refusals.stream().map(Refusal::reason).toList());
            next.addFlashAttribute("plannedAt", plannedAt);
            next.addFlashAttribute("place", typedPlace);
            next.addFlashAttribute("reason", typedReason);
        }
        return "redirect:/visits/" + cycle + "/" + unit;
    }

    private static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
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
