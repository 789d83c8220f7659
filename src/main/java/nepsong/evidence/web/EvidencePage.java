package nepsong.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.TaskEvidence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The evidence of a task to look at and to work on: a page of its own, and what the tab in Tasklist shows. */
@Controller
class EvidencePage {

    private final TaskEvidence evidence;

    EvidencePage(TaskEvidence evidence) {
        this.evidence = evidence;
    }

    /** @param embedded without the frame of our pages, inside Tasklist */
    @GetMapping("/evidence/{task}")
    String show(
            @PathVariable String task,
            @RequestParam(defaultValue = "false") boolean embedded,
            Principal person,
            Model model,
            HttpServletResponse response) {
        Optional<TaskEvidence.View> found = evidence.of(task, person.getName());
        model.addAttribute("embedded", embedded);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "evidence-none";
        }
        TaskEvidence.View view = found.get();
        EvidencePlace place = view.place();
        model.addAttribute("task", task);
        model.addAttribute("view", view);
        model.addAttribute("several", place.shows().size() > 1);
        model.addAttribute("beside", place.shows().contains(EvidenceKind.CORRECTION));
        return "evidence";
    }
}
