package nepsong.progress.web;

import java.security.Principal;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.progress.FindCandidates;
import nepsong.progress.ReassignTask;
import nepsong.progress.RemindOfTask;
import nepsong.progress.RemindOfTask.Reminder;
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

/** What a manager does about a late task: remind those who hold it, or give it to another of their group. */
@Controller
@RequestMapping("/progress/{code}/tasks/{task}")
class LateTaskController {

    private final RemindOfTask remind;
    private final ReassignTask reassign;
    private final FindCandidates candidates;

    LateTaskController(RemindOfTask remind, ReassignTask reassign, FindCandidates candidates) {
        this.remind = remind;
        this.reassign = reassign;
        this.candidates = candidates;
    }

    @PostMapping("/reminder")
    String remind(@PathVariable String code, @PathVariable String task, Principal manager, RedirectAttributes next) {
        Reminder reminder = remind.remind(code, task, manager.getName());
        tell(
                reminder.refusals(),
                "Đã gửi thư nhắc tới " + String.join(", ", reminder.reminded())
                        + ". Mỗi người chỉ được nhắc một lần trong ngày.",
                next);
        return "redirect:/progress/" + code + "#overdue";
    }

    @GetMapping("/assignee")
    String choose(@PathVariable String code, @PathVariable String task, Model model) {
        model.addAttribute(
                "candidates",
                candidates
                        .of(code, task)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "Việc này không còn mở trong kỳ " + code + ".")));
        model.addAttribute("code", code);
        return "progress-assignee";
    }

    @PostMapping("/assignee")
    String give(
            @PathVariable String code,
            @PathVariable String task,
            @RequestParam String person,
            Principal manager,
            RedirectAttributes next) {
        tell(
                reassign.give(code, task, person, manager.getName()),
                "Đã giao lại việc. Người nhận được báo qua thư.",
                next);
        return "redirect:/progress/" + code + "#overdue";
    }

    private static void tell(List<Refusal> refusals, String done, RedirectAttributes next) {
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("refusal", refusals.get(0).reason());
        }
    }
}
