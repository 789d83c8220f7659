package nepsong.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.evaluation.Publication;
import nepsong.evaluation.Publications;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.CycleOverview;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleState;
import nepsong.progress.ListCycles;
import nepsong.progress.OverdueTask;
import nepsong.progress.ReadProgress;
import nepsong.progress.Stage;
import nepsong.progress.UnitProgress;
import nepsong.progress.Workload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the managers look first: how a cycle stands, and what is late. */
@Controller
@RequestMapping("/progress")
class ProgressPage {

    /** More would bury the page; the rest is in the inbox filter for overdue tasks. */
    private static final int SHOWN = 100;

    private final ListCycles list;
    private final ReadProgress progress;
    private final Workload workload;
    private final Cycles cycles;
    private final Plans plans;
    private final Publications publications;
    private final Results results;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ProgressPage(
            ListCycles list,
            ReadProgress progress,
            Workload workload,
            Cycles cycles,
            Plans plans,
            Publications publications,
            Results results,
            WorkingCalendar calendar,
            Clock clock) {
        this.list = list;
        this.progress = progress;
        this.workload = workload;
        this.cycles = cycles;
        this.plans = plans;
        this.publications = publications;
        this.results = results;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** One bloc's rows of the table. */
    public record BlocTable(String name, List<UnitProgress> units) {}

    /** One bloc's results, by rank. */
    public record ResultTable(String name, List<Result> units) {}

    /** @param workingDays how long the task has been overdue; 0 on its very day */
    public record OverdueRow(OverdueTask task, String stage, int workingDays) {}

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

    @GetMapping("/{code}")
    String cycle(@PathVariable String code, Model model) {
        show(code, model);
        return "progress-cycle";
    }

    /** What changes of the page, for the script that keeps it fresh. */
    @GetMapping("/{code}/live")
    String live(@PathVariable String code, Model model) {
        show(code, model);
        return "progress-cycle :: live";
    }

    private String all(Model model, List<CycleOverview> all) {
        model.addAttribute("cycles", all);
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "progress-list";
    }

    private void show(String code, Model model) {
        CycleProgress shown = progress.of(code).orElseThrow(() -> new UnknownCycleException(code));
        Instant now = clock.instant();
        List<OverdueTask> overdue = workload.overdue(code, now);
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        model.addAttribute("progress", shown);
        model.addAttribute("overdueCount", overdue.size());
        model.addAttribute(
                "overdue",
                overdue.stream().limit(SHOWN).map(task -> row(task, today)).toList());
        model.addAttribute("blocs", blocs(shown));
        model.addAttribute("columns", Stage.OF_UNITS);
        model.addAttribute("milestones", plans.find(code).map(Plan::milestones).orElse(List.of()));
        publications.of(code).ifPresent(publication -> showResults(shown, publication, model));
        model.addAttribute("now", now);
        model.addAttribute("zone", WorkingCalendar.ZONE);
    }

    private void showResults(CycleProgress shown, Publication publication, Model model) {
        String code = shown.cycle().code();
        Map<String, List<Result>> byBloc = results.of(code).stream().collect(Collectors.groupingBy(Result::bloc));
        model.addAttribute("publication", publication);
        model.addAttribute(
                "names", shown.units().stream().collect(Collectors.toMap(UnitProgress::unit, UnitProgress::name)));
        model.addAttribute(
                "results",
                cycles.blocs(code).stream()
                        .map(bloc -> new ResultTable(bloc.name(), byBloc.getOrDefault(bloc.code(), List.of())))
                        .toList());
    }

    private OverdueRow row(OverdueTask task, LocalDate today) {
        LocalDate due = LocalDate.ofInstant(task.dueAt(), WorkingCalendar.ZONE);
        String stage = Stage.ofProcess(task.process()).map(Stage::title).orElse("");
        return new OverdueRow(task, stage, calendar.between(due, today));
    }

    private List<BlocTable> blocs(CycleProgress shown) {
        Map<String, UnitProgress> units =
                shown.units().stream().collect(Collectors.toMap(UnitProgress::unit, Function.identity()));
        return cycles.blocs(shown.cycle().code()).stream()
                .map(bloc -> new BlocTable(bloc.name(), rows(bloc, units)))
                .toList();
    }

    private static List<UnitProgress> rows(Bloc bloc, Map<String, UnitProgress> units) {
        return bloc.units().stream().map(units::get).toList();
    }
}
