package nepsong.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.ProcessModels;
import nepsong.progress.ReadStanding;
import nepsong.progress.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where a task's process stands, drawn: what the tab "Tiến độ" in Tasklist shows to whoever has the task. */
@Controller
class StandingPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final ReadStanding reading;
    private final ProcessModels models;

    StandingPage(ReadStanding reading, ProcessModels models) {
        this.reading = reading;
        this.models = models;
    }

    /** @param process its key; the task's own where none is named */
    @GetMapping("/tasks/{task}/standing")
    String show(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String process,
            Principal person,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("embedded", true);
        Optional<Standing> found = reading.of(task, process, person.getName());
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("title", "Tiến độ");
            model.addAttribute(
                    "reason",
                    "Việc này không có sơ đồ, đã được hoàn thành, hoặc không thuộc phạm vi của tài khoản đang đăng nhập.");
            return "tab-none";
        }
        model.addAttribute("task", task);
        model.addAttribute("standing", found.get());
        model.addAttribute(
                "rows", found.get().steps().stream().map(StandingPage::row).toList());
        return "standing";
    }

    /** A step with its moments in words. */
    public record StepRow(Standing.Step step, String since, String due) {}

    private static StepRow row(Standing.Step step) {
        return new StepRow(step, words(step.since()), step.due() == null ? "" : words(step.due()));
    }

    private static String words(Instant moment) {
        return MOMENT.format(moment.atZone(WorkingCalendar.ZONE));
    }

    @GetMapping(path = "/tasks/{task}/standing/{process}/model", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String task, @PathVariable String process, Principal person) {
        return reading.of(task, process, person.getName())
                .flatMap(standing -> models.xml(standing.process()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có quy trình này."));
    }
}
