package nepsong.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Moves the due date of an open task, whoever is logged in: that they may is for the caller to judge. */
@Component
public class TaskDeadlines {

    /** Whoever is logged in must say how much they ask for; a task stands in one window that closes by itself. */
    private static final int MOST_TIMERS = 10;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final ProcessEngineConfigurationImpl engine;
    private final List<DeadlineFollower> followers;
    private final WorkingCalendar calendar;

    TaskDeadlines(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            ProcessEngineConfigurationImpl engine,
            List<DeadlineFollower> followers,
            WorkingCalendar calendar) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.engine = engine;
        this.followers = followers;
        this.calendar = calendar;
    }

    /**
     * Moves the task's due date, and by as many working days what closes its window by itself and what its stage keeps
     * of the deadline.
     *
     * @return false, and nothing is done, where the task is no longer open
     */
    public boolean move(String id, Instant due) {
        return change(id, task -> true, due);
    }

    /** As {@link #move}, but where the task has as much time already it keeps what it has. */
    public boolean extend(String id, Instant due) {
        return change(id, task -> task.getDueDate().toInstant().isBefore(due), due);
    }

    private boolean change(String id, Predicate<Task> needed, Instant due) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    Task task = tasks.createTaskQuery().taskId(id).singleResult();
                    if (task != null && needed.test(task)) {
                        move(task, due);
                    }
                    return task != null;
                }));
    }

    private void move(Task task, Instant due) {
        LocalDate from = dayOf(task.getDueDate());
        LocalDate to = LocalDate.ofInstant(due, WorkingCalendar.ZONE);
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
        moveWindow(task, calendar.between(from, to));
        String step = stepOf(task);
        AssignedTask moved = new AssignedTask(due, name -> runtime.getVariable(task.getExecutionId(), name));
        followers.stream().filter(one -> one.key().equals(step)).forEach(one -> one.moved(moved, from, to));
    }

    /** The window of this task alone: what closes a round of many persons' tasks hangs above them and stays. */
    private void moveWindow(Task task, int workingDays) {
        jobs.createJobQuery()
                .timers()
                .executionId(task.getExecutionId())
                .listPage(0, MOST_TIMERS)
                .forEach(timer -> jobs.setJobDuedate(
                        timer.getId(),
                        Date.from(calendar.dueAt(calendar.plus(dayOf(timer.getDuedate()), workingDays)))));
    }

    private String stepOf(Task task) {
        ProcessDefinition process = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        return process.getKey() + "."
                + task.getTaskDefinitionKey()
                        .replaceFirst("^userTask_", "")
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    private static LocalDate dayOf(Date date) {
        return LocalDate.ofInstant(date.toInstant(), WorkingCalendar.ZONE);
    }
}
