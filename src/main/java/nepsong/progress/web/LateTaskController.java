package nepsong.progress.web;

import java.security.Principal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern BACK =
            Pattern.compile("/progress/([^/?#]+)(?:/tables/tasks)?(?:\\?[\\w%.*=&+-]*)?(?:#overdue)?");

    private final RemindOfTask remind;
    private final ReassignTask reassign;
    private final FindCandidates candidates;

    LateTaskController(RemindOfTask remind, ReassignTask reassign, FindCandidates candidates) {
        this.remind = remind;
        this.reassign = reassign;
        this.candidates = candidates;
    }

    @PostMapping("/reminder")
    String remind(
            @PathVariable String code,
            @PathVariable String task,
            @RequestParam(defaultValue = "") String back,
            Principal manager,
            RedirectAttributes next) {
        Reminder reminder = remind.remind(code, task, manager.getName());
        tell(
                reminder.refusals(),
                "Đã gửi thư nhắc tới " + String.join(", ", reminder.reminded())
                        + ". Mỗi người chỉ được nhắc một lần trong ngày.",
                next);
        return "redirect:" + back(code, back);
    }

    @GetMapping("/assignee")
    String choose(
            @PathVariable String code,
            @PathVariable String task,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        model.addAttribute(
                "candidates",
                candidates
                        .of(code, task)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "Việc này không còn mở trong kỳ " + code + ".")));
        model.addAttribute("code", code);
        model.addAttribute("back", back(code, back));
        return "progress-assignee";
    }

    @PostMapping("/assignee")
    String give(
            @PathVariable String code,
            @PathVariable String task,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String back,
            Principal manager,
            RedirectAttributes next) {
        tell(
                reassign.give(code, task, person, manager.getName()),
                "Đã giao lại việc. Người nhận được báo qua thư.",
                next);
        return "redirect:" + back(code, back);
    }

    /** Where the manager came from, with the filters that were set there; nowhere but to this cycle's own pages. */
    private static String back(String code, String wanted) {
        Matcher page = BACK.matcher(wanted);
        return page.matches() && page.group(1).equals(code) ? wanted : "/progress/" + code + "#overdue";
    }

    private static void tell(List<Refusal> refusals, String done, RedirectAttributes next) {
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("refusal", refusals.get(0).reason());
        }
    }
}
