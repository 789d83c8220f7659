package nepsong.progress.web;

import java.util.List;
import java.util.Optional;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.CycleOverview;
import nepsong.progress.CycleState;
import nepsong.progress.ListCycles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the managers look first: how a cycle stands, and what is late. */
@Controller
@RequestMapping("/progress")
class ProgressPage {

    private final ListCycles list;
    private final OverviewModel overview;
    private final TeamModel team;

    ProgressPage(ListCycles list, OverviewModel overview, TeamModel team) {
        this.list = list;
        this.overview = overview;
        this.team = team;
    }

    /** Straight to the cycle that runs; where none does, all there have been. */
    @GetMapping
    String list(Model model) {
        List<CycleOverview> all = list.list();
        Optional<CycleOverview> running = all.stream()
                .filter(cycle -> cycle.state() == CycleState.RUNNING)
                .findFirst();
        if (running.isPresent()) {
            return "redirect:/progress/" + running.get().cycle().code();
        }
        return all(model, all);
    }

    @GetMapping(params = "all")
    String all(Model model) {
        return all(model, list.list());
    }

    /**
     * @param bloc of the units that are shown; null for all, or for the first where there are too many
     * @param q    part of a unit's name, with or without diacritics
     * @param late whether only units with something late are shown
     */
    @GetMapping("/{code}")
    String cycle(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String bloc,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean late,
            Model model) {
        overview.fill(code, new MatrixFilter(bloc, q, late), model);
        team.fill(code, model);
        return "progress-cycle";
    }

    /** What changes of the page, for the browser that keeps it fresh. */
    @GetMapping("/{code}/live")
    String live(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String bloc,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean late,
            Model model) {
        overview.fill(code, new MatrixFilter(bloc, q, late), model);
        return "progress-cycle :: live";
    }

    private String all(Model model, List<CycleOverview> all) {
        model.addAttribute("cycles", all);
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "progress-list";
    }
}
