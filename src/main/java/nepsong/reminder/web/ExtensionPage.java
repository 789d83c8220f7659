package nepsong.reminder.web;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import nepsong.reminder.DueTasks;
import nepsong.reminder.Extensions;
import nepsong.reminder.OpenTask;
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

/** A person's tasks by deadline, what more time they asked for, and asking for it. */
@Controller
@RequestMapping("/extensions")
class ExtensionPage {

    private static final int LONGEST = 5;

    private final DueTasks tasks;
    private final Extensions extensions;
    private final AskForExtension asking;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ExtensionPage(
            DueTasks tasks, Extensions extensions, AskForExtension asking, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.asking = asking;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param asked whether more time was asked for, by whomever */
    public record Row(OpenTask task, boolean late, boolean asked) {}

    @GetMapping
    String list(Principal person, Model model) {
        model.addAttribute(
                "rows",
                tasks.of(person.getName()).stream()
                        .map(task -> new Row(
                                task,
                                task.due().isBefore(clock.instant()),
                                extensions.about(task).isPresent()))
                        .toList());
        model.addAttribute("wishes", extensions.askedBy(person.getName()));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "extension-list";
    }

    @GetMapping("/{task}")
    String form(@PathVariable String task, Principal person, Model model) {
        OpenTask open = tasks.of(person.getName()).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Việc này không còn mở hoặc không phải việc của bạn."));
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        model.addAttribute("task", open);
        model.addAttribute("wish", extensions.about(open).orElse(null));
        model.addAttribute(
                "obstacles",
                asking.obstacles(open, person.getName()).stream()
                        .map(Refusal::reason)
                        .distinct()
                        .toList());
        model.addAttribute("latest", calendar.plus(open.dueOn(), LONGEST));
        model.addAttribute(
                "earliest", open.dueOn().isBefore(today) ? today : open.dueOn().plusDays(1));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "extension-form";
    }

    @PostMapping("/{task}")
    String ask(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes next) {
        String typed = TypedText.of(reason);
        List<Refusal> refusals = day(until)
                .map(day -> asking.ask(task, person.getName(), day, typed))
                .orElseGet(() -> List.of(Refusal.of("until", "Xin gia hạn đến hết ngày: hãy chọn một ngày có thật")));
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Đã gửi đề nghị gia hạn. Kết quả được báo qua thư.");
            return "redirect:/extensions";
        }
        next.addFlashAttribute(
                "refusals", refusals.stream().map(Refusal::reason).toList());
        next.addFlashAttribute("reason", typed);
        next.addFlashAttribute("until", until);
        return "redirect:/extensions/" + task;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
