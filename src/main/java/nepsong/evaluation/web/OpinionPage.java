package nepsong.evaluation.web;

import java.security.Principal;
import java.util.List;
import nepsong.cycle.Cycles;
import nepsong.evaluation.ReadAnswers;
import nepsong.evaluation.ReadAnswers.Answered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a member of the team said of a cycle's report and what became of it, for that member and for who said it in their place. */
@Controller
@RequestMapping("/opinions/{code}")
class OpinionPage {

    private final ReadAnswers answers;
    private final Cycles cycles;

    OpinionPage(ReadAnswers answers, Cycles cycles) {
        this.answers = answers;
        this.cycles = cycles;
    }

    @GetMapping
    String show(@PathVariable String code, Principal person, Model model) {
        List<Answered> remarks = answers.of(code, person.getName());
        if (remarks.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Bạn không có ý kiến nào về dự thảo báo cáo của kỳ kiểm tra này.");
        }
        model.addAttribute("cycle", code);
        model.addAttribute("cycleName", cycles.get(code).name());
        model.addAttribute("remarks", remarks);
        return "opinions";
    }
}
