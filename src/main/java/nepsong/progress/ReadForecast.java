package nepsong.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.directive.Milestone;
import nepsong.directive.Plans;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what {@link ForecastPolicy} needs. */
@Component
public class ReadForecast {

    /** Steps that not every unit goes through. */
    private static final Set<String> DETOURS = Set.of(
            "self-assessment.supplement",
            "bloc-inspection.inspect-again",
            "cross-inspection.settle",
            "commendation.recheck",
            "commendation.supplement",
            "appeal.review-appeal",
            "appeal.decide-appeal");

    private final Workload workload;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final CycleTasks tasks;
    private final Clock clock;

    ReadForecast(Workload workload, Plans plans, WorkingCalendar calendar, CycleTasks tasks, Clock clock) {
        this.workload = workload;
        this.plans = plans;
        this.calendar = calendar;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Empty where the cycle is over. */
    @Transactional(readOnly = true)
    public Optional<Forecast> of(CycleProgress progress) {
        if (progress.state() != CycleState.RUNNING) {
            return Optional.empty();
        }
        String cycle = progress.cycle().code();
        Stage stage = progress.stage();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        LocalDate from = calendar.plus(today, -ForecastPolicy.WINDOW);
        Instant started = progress.stages().get(stage.ordinal()).startedAt();
        LocalDate began = started == null ? today : LocalDate.ofInstant(started, WorkingCalendar.ZONE);
        LocalDate first = began.isAfter(from) ? began : from;
        Map<Stage, Integer> planned = new EnumMap<>(Stage.class);
        int[] steps = new int[1];
        workload.deadlines(cycle).forEach((step, days) -> Stage.ofProcess(step.substring(0, step.indexOf('.')))
                .filter(of ->
                        !step.startsWith("correction.") && !step.startsWith("follow-up.") && !DETOURS.contains(step))
                .ifPresent(of -> {
                    planned.merge(of, days, Integer::sum);
                    steps[0] += of == stage && stage.opensWith(step.substring(0, step.indexOf('.'))) ? 1 : 0;
                }));
        boolean perUnit = stage == Stage.SELF_ASSESSMENT || stage == Stage.CROSS_INSPECTION;
        ForecastPolicy.Pace pace = new ForecastPolicy.Pace(
                planned,
                perUnit ? steps[0] : 0,
                tasks.completedSince(
                        cycle,
                        stage.processes(),
                        first.atStartOfDay(WorkingCalendar.ZONE).toInstant()),
                Math.max(1, calendar.between(first, today)));
        LocalDate plannedEnd = plans.find(cycle).stream()
                .flatMap(plan -> plan.milestones().stream())
                .map(Milestone::to)
                .max(LocalDate::compareTo)
                .orElse(null);
        return new ForecastPolicy(calendar).forecast(progress, pace, today, plannedEnd);
    }
}
