package nepsong.reminder.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nepsong.engine.AssignedTask;
import nepsong.engine.DeadlineFollower;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.Extension;
import nepsong.reminder.ExtensionProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** One instance of the model {@code extension} for each wish. Whoever asks may not start processes: the wish does. */
@Component
class EngineExtensions implements ExtensionProcesses {

    static final String EXTENSION = "extension";

    /** Whoever is logged in must say how much they ask for; a task stands in one window that closes by itself. */
    private static final int MOST_TIMERS = 10;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final ProcessEngineConfigurationImpl engine;
    private final List<DeadlineFollower> followers;
    private final WorkingCalendar calendar;

    EngineExtensions(
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

    @Override
    public void start(Extension extension) {
        Map<String, Object> variables = new HashMap<>();
        if (!extension.affair().cycle().isEmpty()) {
            variables.put("cycle", extension.affair().cycle());
        }
        if (!extension.affair().unit().isEmpty()) {
            variables.put("unit", extension.affair().unit());
        }
        variables.put("extension", extension.id());
        variables.put("taskName", extension.taskName());
        engine.getCommandExecutorTxRequired()
                .execute(context ->
                        context.runWithoutAuthorization(() -> runtime.createMessageCorrelation("extension.requested")
                                .processInstanceBusinessKey(extension.businessKey())
                                .setVariables(variables)
                                .correlateStartMessage()));
    }

    @Override
    public boolean move(String id, Instant due) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    Task task = tasks.createTaskQuery().taskId(id).singleResult();
                    if (task == null) {
                        return false;
                    }
                    LocalDate from = dayOf(task.getDueDate());
                    LocalDate to = LocalDate.ofInstant(due, WorkingCalendar.ZONE);
                    task.setDueDate(Date.from(due));
                    tasks.saveTask(task);
                    moveWindow(task, calendar.between(from, to));
                    String step = stepOf(task);
                    AssignedTask moved =
                            new AssignedTask(due, name -> runtime.getVariable(task.getExecutionId(), name));
                    followers.stream().filter(one -> one.key().equals(step)).forEach(one -> one.moved(moved, from, to));
                    return true;
                }));
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
