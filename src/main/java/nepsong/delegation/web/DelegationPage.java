package nepsong.delegation.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Refusal;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.EndDelegation;
import nepsong.delegation.FindSubstitutes;
import nepsong.delegation.NameSubstitute;
import nepsong.delegation.TaskKind;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own delegations; an administrator's view names the person. */
@Controller
@RequestMapping("/delegation")
class DelegationPage {

    private final Delegations delegations;
    private final FindSubstitutes substitutes;
    private final NameSubstitute naming;
    private final EndDelegation ending;
    private final People people;
    private final Clock clock;

    DelegationPage(
            Delegations delegations,
            FindSubstitutes substitutes,
            NameSubstitute naming,
            EndDelegation ending,
            People people,
            Clock clock) {
        this.delegations = delegations;
        this.substitutes = substitutes;
        this.naming = naming;
        this.ending = ending;
        this.people = people;
        this.clock = clock;
    }

    /** A delegation as the table shows it. */
    public record Row(
            Delegation delegation, String principal, String substitute, String state, String tone, boolean canEnd) {}

    /** What was typed, as it was typed. */
    public record Typed(String substitute, String from, String until, Set<TaskKind> kinds) {}

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String person, Authentication login, Model model) {
        boolean administrator = isAdministrator(login);
        String principal = administrator && person != null && !person.isBlank() ? person.strip() : login.getName();
        Optional<Person> shown = people.find(principal);
        model.addAttribute("administrator", administrator);
        model.addAttribute("unknown", shown.isEmpty());
        model.addAttribute("principal", principal);
        model.addAttribute("principalName", shown.map(Person::name).orElse(principal));
        model.addAttribute("substitutes", substitutes.of(principal));
        model.addAttribute("kinds", TaskKind.values());
        model.addAttribute("today", today());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Typed("", today().toString(), "", EnumSet.allOf(TaskKind.class)));
        }
        List<Delegation> listed =
                administrator && principal.equals(login.getName()) ? delegations.all() : delegations.of(principal);
        model.addAttribute(
                "rows",
                listed.stream()
                        .map(one -> row(one, login.getName(), administrator))
                        .toList());
        return "delegation";
    }

    @PostMapping
    String name(
            @RequestParam String principal,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable Set<TaskKind> kinds,
            Authentication login,
            RedirectAttributes next) {
        Set<TaskKind> chosen =
                kinds == null || kinds.isEmpty() ? EnumSet.noneOf(TaskKind.class) : EnumSet.copyOf(kinds);
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        List<Refusal> refusals = first.isPresent() && last.isPresent()
                ? naming.name(login.getName(), principal, substitute, first.get(), last.get(), chosen)
                : List.of(Refusal.of("from", "Từ ngày, đến hết ngày: hãy chọn hai ngày có thật"));
        tell(refusals, "Đã đặt ủy quyền. Cả hai người được báo qua thư.", next);
        if (!refusals.isEmpty()) {
            next.addFlashAttribute("typed", new Typed(substitute, from, until, chosen));
        }
        if (isAdministrator(login)) {
            next.addAttribute("person", principal);
        }
        return "redirect:/delegation";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id, Authentication login, RedirectAttributes next) {
        tell(ending.end(id, login.getName()), "Ủy quyền đã kết thúc; việc chưa xong trở lại với người ủy quyền.", next);
        return "redirect:/delegation";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void tell(List<Refusal> refusals, String done, RedirectAttributes next) {
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute(
                    "refusals", refusals.stream().map(Refusal::reason).toList());
        }
    }

    private Row row(Delegation one, String person, boolean administrator) {
        LocalDate today = today();
        boolean over = one.endedAt() != null || one.lastDay().isBefore(today);
        String state = over ? "Đã kết thúc" : one.isActiveOn(today) ? "Đang hiệu lực" : "Chưa bắt đầu";
        String tone = over ? "muted" : one.isActiveOn(today) ? "good" : "pending";
        return new Row(
                one,
                nameOf(one.principal()),
                nameOf(one.substitute()),
                state,
                tone,
                !over && (administrator || one.principal().equals(person)));
    }

    private String nameOf(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private static boolean isAdministrator(Authentication login) {
        return Arrays.asList(login.getAuthorities().toArray()).stream()
                .anyMatch(role -> role.toString().equals("ROLE_" + Groups.ADMINISTRATORS));
    }
}
