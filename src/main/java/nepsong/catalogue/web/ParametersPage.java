package nepsong.catalogue.web;

import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nepsong.catalogue.ChangeParameter;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.Parameters;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
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

/** The numbers in the rules that the City may change. Only an administrator comes here: the route says so. */
@Controller
@RequestMapping("/parameters")
class ParametersPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private final Parameters parameters;
    private final ChangeParameter change;
    private final People people;

    ParametersPage(Parameters parameters, ChangeParameter change, People people) {
        this.parameters = parameters;
        this.change = change;
        this.people = people;
    }

    /** @param changed empty where it is what it was at first */
    public record Row(String code, String title, String value, String changed, String by, String reason) {}

    /**
     * What is typed, or was.
     *
     * @param seen mark of the entry as it was when the form was opened
     */
    public record Edited(
            String code,
            String title,
            String lowest,
            String highest,
            String step,
            String value,
            String reason,
            String seen) {

        static Edited of(Parameter parameter, String value, String reason, String seen) {
            return new Edited(
                    parameter.code(),
                    parameter.title(),
                    ChangeParameter.plain(parameter.lowest()),
                    ChangeParameter.plain(parameter.highest()),
                    ChangeParameter.plain(parameter.step()),
                    value,
                    reason,
                    seen);
        }
    }

    /** @param code of the parameter to be changed */
    @GetMapping
    String show(@RequestParam(defaultValue = "") String code, Model model) {
        List<Parameters.Entry> all = parameters.all();
        model.addAttribute("rows", all.stream().map(this::row).toList());
        if (!model.containsAttribute("edited")) {
            all.stream()
                    .filter(one -> one.parameter().code().equals(code))
                    .findFirst()
                    .ifPresent(one -> model.addAttribute(
                            "edited", Edited.of(one.parameter(), ChangeParameter.plain(one.value()), "", one.seen())));
        }
        return "parameters";
    }

    private Row row(Parameters.Entry entry) {
        Instant at = entry.changedAt();
        String reason = entry.reason();
        return new Row(
                entry.parameter().code(),
                entry.parameter().title(),
                ChangeParameter.plain(entry.value()),
                at == null ? "" : DAY.format(at),
                name(entry.changedBy()),
                reason == null ? "" : reason);
    }

    private String name(@Nullable String id) {
        return id == null ? "" : people.find(id).map(Person::name).orElse(id);
    }

    @PostMapping("/{code}")
    String save(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Principal principal,
            RedirectAttributes next) {
        Parameter parameter = find(code);
        List<String> refusals = change.change(parameter, value, reason, seen, principal.getName());
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Đã lưu. Giá trị mới áp dụng cho các kỳ được cấu hình từ lúc này.");
            return "redirect:/parameters";
        }
        next.addFlashAttribute("refusals", refusals);
        next.addFlashAttribute(
                "edited",
                Edited.of(parameter, value, reason, parameters.entry(parameter).seen()));
        return "redirect:/parameters#edit";
    }

    private static Parameter find(String code) {
        Optional<Parameter> known = Parameter.of(code);
        return known.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có tham số này."));
    }
}
