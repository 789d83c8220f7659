package nepsong.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.Milestone;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleTasks;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.MilestonePolicy;
import nepsong.progress.OverdueTask;
import nepsong.progress.ReadForecast;
import nepsong.progress.ReadProgress;
import nepsong.progress.Situation;
import nepsong.progress.Stage;
import nepsong.progress.StageProgress;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param link        to the unit's file or the bloc's rows; null where the task is about neither
     * @param workingDays how long the task has been overdue; 0 on its very day
     */
    public record OverdueRow(OverdueTask task, @Nullable String link, String stage, int workingDays) {}

    /** The days that the plan gives a stage, both included. */
    public record Planned(LocalDate from, LocalDate to) {

        Planned and(Planned other) {
            return new Planned(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
        }
    }

    /**
     * @param daysLeft working days until its last day; negative when it is past
     * @param open     whether the stage that it speaks of goes on
     */
    public record MilestoneRow(Milestone milestone, int daysLeft, boolean open) {

        public String state(LocalDate today) {
            if (today.isBefore(milestone.from())) {
                return "waiting";
            }
            if (!today.isAfter(milestone.to())) {
                return "running";
            }
            return open ? "late" : "past";
        }
    }

    void fill(String code, MatrixFilter filter, Model model) {
        CycleProgress shown = progress.of(code).orElseThrow(() -> new UnknownCycleException(code));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        List<Bloc> blocs = cycles.blocs(code);
        List<Milestone> milestones = plans.find(code).map(Plan::milestones).orElse(List.of());
        model.addAttribute("progress", shown);
        model.addAttribute("code", code);
        model.addAttribute("forecast", forecast.of(shown).orElse(null));
        // Not what the stages add up to: wishes for more time belong to none of them, and are late as well.
        Listing all = listings.find("tasks").orElseThrow();
        model.addAttribute("overdueCount", listings.count(all, ListingSearch.of(code, Map.of("late", "yes"))));
        model.addAttribute(
                "overdue",
                tasks.overdue(code, now, SHOWN).stream()
                        .map(task -> row(task, code, blocs, today))
                        .toList());
        model.addAttribute(
                "milestones",
                milestones.stream()
                        .map(milestone -> row(milestone, shown.stages(), today))
                        .toList());
        model.addAttribute("planned", planned(milestones));
        model.addAttribute("here", filter.page(code));
        model.addAttribute(
                "late", TableView.of("late", all, ListingSearch.of(code, Map.of("late", "yes")), List.of(), 0, 0));
        String bloc = filter.chosen(blocs, shown.units().size());
        model.addAttribute(
                "matrix",
                TableView.of(
                        "matrix",
                        listings.find("unit-stages").orElseThrow(),
                        filter.rows(code, bloc),
                        List.of(),
                        0,
                        0));
        model.addAttribute("plan", TableView.whole(listings.find("milestones").orElseThrow(), code, List.of()));
        Listing steps = listings.find("steps").orElseThrow();
        model.addAttribute("steps", TableView.whole(steps, code, listings.all(steps, code)));
        model.addAttribute("allBlocs", blocs);
        model.addAttribute("filter", filter);
        model.addAttribute("chosenBloc", bloc);
        model.addAttribute("blocs", filter.apply(blocs, shown.units()));
        model.addAttribute("columns", Stage.OF_UNITS);
        model.addAttribute("now", now);
        model.addAttribute("today", today);
        model.addAttribute("zone", WorkingCalendar.ZONE);
    }

    /** By the stage's code. */
    private static Map<String, Planned> planned(List<Milestone> milestones) {
        Map<String, Planned> planned = new HashMap<>();
        milestones.forEach(milestone -> MilestonePolicy.stageOf(milestone.title())
                .ifPresent(stage ->
                        planned.merge(stage.code(), new Planned(milestone.from(), milestone.to()), Planned::and)));
        return planned;
    }

    private MilestoneRow row(Milestone milestone, List<StageProgress> stages, LocalDate today) {
        boolean open = MilestonePolicy.stageOf(milestone.title())
                .map(stage -> stages.get(stage.ordinal()).situation())
                .filter(situation -> situation != Situation.DONE && situation != Situation.STOPPED)
                .isPresent();
        return new MilestoneRow(milestone, calendar.between(today, milestone.to()), open);
    }

    /** A task's subject is a unit, a bloc or something else; only a unit has a file. */
    private static @Nullable String link(String subject, String code, List<Bloc> blocs) {
        for (Bloc bloc : blocs) {
            if (bloc.code().equals(subject)) {
                return new MatrixFilter(subject, "", false).page(code) + "#units";
            }
            if (bloc.units().contains(subject)) {
                return "/units/" + subject + "?cycle=" + code;
            }
        }
        return null;
    }

    private OverdueRow row(OverdueTask task, String code, List<Bloc> blocs, LocalDate today) {
        LocalDate due = LocalDate.ofInstant(task.dueAt(), WorkingCalendar.ZONE);
        String stage = Stage.ofProcess(task.process()).map(Stage::title).orElse("Ngoài các giai đoạn");
        return new OverdueRow(task, link(task.unit(), code, blocs), stage, calendar.between(due, today));
    }
}
