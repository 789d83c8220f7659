package nepsong.cycle.web;

import nepsong.cycle.Cycles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a leader of the department finds the cycles that can be withdrawn. Only they come here: the route says so. */
@Controller
class RunningCyclesPage {

    private final Cycles cycles;

    RunningCyclesPage(Cycles cycles) {
        this.cycles = cycles;
    }

    @GetMapping("/cycles")
    String show(Model model) {
        model.addAttribute(
                "cycles", cycles.all().stream().filter(cycle -> !cycle.isOver()).toList());
        return "cycles-running";
    }
}
