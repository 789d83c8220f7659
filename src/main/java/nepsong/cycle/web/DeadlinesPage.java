package nepsong.cycle.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.ChangeDeadlines;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
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

/** The working days of every step of a cycle. Only the standing office comes here: the route says so. */
@Controller
@RequestMapping("/cycles/{code}/deadlines")
class DeadlinesPage {

    private final Cycles cycles;
    private final ChangeDeadlines change;

    DeadlinesPage(Cycles cycles, ChangeDeadlines change) {
        this.cycles = cycles;
        this.change = change;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        model.addAttribute("cycle", find(code));
        model.addAttribute("deadlines", cycles.deadlines(code));
        if (!model.containsAttribute("seen")) {
            model.addAttribute("seen", change.seen(code));
        }
        return "cycle-deadlines";
    }

    /** A field for each step, named as the step, and the mark of what the page showed. */
    @PostMapping
    String save(@PathVariable String code, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        find(code);
        Map<String, Integer> days = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        for (Cycles.StepDeadline step : cycles.deadlines(code)) {
            String typed = fields.getOrDefault(step.step(), "").strip();
            if (typed.matches("\\d{1,3}")) {
                days.put(step.step(), Integer.valueOf(typed));
            } else if (fields.containsKey(step.step())) {
                reasons.add("“" + step.title() + "”: hãy nhập một số nguyên ngày làm việc");
            }
        }
        String seen = fields.getOrDefault("seen", "");
        if (reasons.isEmpty()) {
            change.change(code, days, seen).stream().map(Refusal::reason).forEach(reasons::add);
        } else {
            next.addFlashAttribute("seen", seen);
        }
        if (reasons.isEmpty()) {
            next.addFlashAttribute("done", "Đã lưu. Thời hạn mới áp dụng cho các việc giao từ lúc này.");
        } else {
            next.addFlashAttribute("refusals", reasons);
            next.addFlashAttribute("typed", fields);
        }
        return "redirect:/cycles/" + code + "/deadlines";
    }

    private Cycle find(String code) {
        return cycles.find(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có kỳ kiểm tra này."));
    }
}
