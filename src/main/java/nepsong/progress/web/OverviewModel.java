package nepsong.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.Milestone;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleTasks;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import nepsong.progress.OverdueTask;
import nepsong.progress.ReadForecast;
import nepsong.progress.ReadProgress;
import nepsong.progress.Stage;
import nepsong.progress.StageProgress;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the overview of a cycle shows, on a screen and on paper. */
@Component
class OverviewModel {

    /** More would bury the page; the rest is behind the figure. */
    private static final int SHOWN = 50;

    private final ReadProgress progress;
    private final ReadForecast forecast;
    private final CycleTasks tasks;
    private final Listings listings;
    private final Cycles cycles;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OverviewModel(
            ReadProgress progress,
            ReadForecast forecast,
            CycleTasks tasks,
            Listings listings,
            Cycles cycles,
            Plans plans,
            WorkingCalendar calendar,
            Clock clock) {
        this.progress = progress;
        this.forecast = forecast;
        this.tasks = tasks;
        this.listings = listings;
        this.cycles = cycles;
        this.plans = plans;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param workingDays how long the task has been overdue; 0 on its very day */
    public record OverdueRow(OverdueTask task, String stage, int workingDays) {}

    /** @param daysLeft working days until its last day; negative when it is past */
    public record MilestoneRow(Milestone milestone, int daysLeft) {

        public String state(LocalDate today) {
            if (today.isBefore(milestone.from())) {
                return "waiting";
            }
            return today.isAfter(milestone.to()) ? "past" : "running";
        }
    }

    void fill(String code, MatrixFilter filter, Model model) {
        CycleProgress shown = progress.of(code).orElseThrow(() -> new UnknownCycleException(code));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        List<Bloc> blocs = cycles.blocs(code);
        model.addAttribute("progress", shown);
        model.addAttribute("code", code);
        model.addAttribute("forecast", forecast.of(shown).orElse(null));
        model.addAttribute(
                "overdueCount",
                shown.stages().stream().mapToInt(StageProgress::late).sum());
        model.addAttribute(
                "overdue",
                tasks.overdue(code, now, SHOWN).stream()
                        .map(task -> row(task, today))
                        .toList());
        model.addAttribute(
                "milestones",
                plans.find(code).map(Plan::milestones).orElse(List.of()).stream()
                        .map(milestone -> new MilestoneRow(milestone, calendar.between(today, milestone.to())))
                        .toList());
        Listing steps = listings.find("steps").orElseThrow();
        model.addAttribute("steps", TableView.whole(steps, code, listings.all(steps, code)));
        model.addAttribute("allBlocs", blocs);
        model.addAttribute("filter", filter);
        model.addAttribute("chosenBloc", filter.chosen(blocs, shown.units().size()));
        model.addAttribute("blocs", filter.apply(blocs, shown.units()));
        model.addAttribute("columns", Stage.OF_UNITS);
        model.addAttribute("now", now);
        model.addAttribute("today", today);
        model.addAttribute("zone", WorkingCalendar.ZONE);
    }

    private OverdueRow row(OverdueTask task, LocalDate today) {
        LocalDate due = LocalDate.ofInstant(task.dueAt(), WorkingCalendar.ZONE);
        String stage = Stage.ofProcess(task.process()).map(Stage::title).orElse("");
        return new OverdueRow(task, stage, calendar.between(due, today));
    }
}
