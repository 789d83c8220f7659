package nepsong.cycle.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import nepsong.cycle.Cycles;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Due dates for the models: {@code #{deadlines.dueDate(execution)}} on every user task. The step is the id of the
 * task's form, which follows from the process and the task: {@code userTask_scoreCriteria} in {@code self-assessment}
 * is {@code self-assessment.score-criteria}.
 */
@Component("deadlines")
public class Deadlines {

    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Of the user task that is being offered, counted from today in working days; 17:00 in Hà Nội. Where the process
     * knows the day by itself, it says so in a variable: {@code reportCorrectionDueOn}, an ISO date, is the due day of
     * {@code userTask_reportCorrection} and of no other task. What stands in a window is due when that closes, at the
     * latest: a task that comes again late in the window would otherwise be due when it is gone.
     */
    public Date dueDate(ExecutionEntity execution) {
        Date due = wanted(execution);
        return execution.getJobs().stream()
                .filter(TimerEntity.class::isInstance)
                .map(JobEntity::getDuedate)
                .filter(closing -> closing != null && closing.before(due))
                .findFirst()
                .orElse(due);
    }

    private Date wanted(ExecutionEntity execution) {
        Object known = execution.getVariable(taskOf(execution) + "DueOn");
        if (known != null) {
            return Date.from(calendar.dueAt(LocalDate.parse(known.toString())));
        }
        return closing(execution, stepOf(execution), 0);
    }

    /** When a window closes whose last day is the due day that the process knows: {@code supplementDueOn}. */
    public Date closingOn(ExecutionEntity execution, String task) {
        return Date.from(calendar.dueAt(
                LocalDate.parse(execution.getVariable(task + "DueOn").toString())));
    }

    /** When a window closes that a step opened today: its working days and some grace. */
    public Date closing(ExecutionEntity execution, String step, int graceDays) {
        LocalDate today = LocalDate.now(clock);
        Object cycle = cycleOf(execution);
        int days = cycles.workingDays(cycle == null ? "" : cycle.toString(), step) + graceDays;
        return Date.from(calendar.dueAt(calendar.plus(today, days)));
    }

    private static @Nullable Object cycleOf(ExecutionEntity execution) {
        return execution.getVariable("cycle");
    }

    private static String taskOf(ExecutionEntity execution) {
        return execution.getActivityId().replaceFirst("^userTask_", "");
    }

    private static String stepOf(ExecutionEntity execution) {
        String kebab = taskOf(execution).replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        return execution.getProcessDefinition().getKey() + "." + kebab;
    }
}
