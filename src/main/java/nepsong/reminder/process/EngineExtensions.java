package nepsong.reminder.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import nepsong.correction.Findings;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.Extension;
import nepsong.reminder.ExtensionProcesses;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** One instance of the model {@code extension} for each wish. Whoever asks may not start processes: the wish does. */
@Component
class EngineExtensions implements ExtensionProcesses {

    static final String EXTENSION = "extension";

    /** Whoever is logged in must say how much they ask for; an instance has one window that closes by itself. */
    private static final int MOST_TIMERS = 100;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final ProcessEngineConfigurationImpl engine;
    private final Findings findings;

    EngineExtensions(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            ProcessEngineConfigurationImpl engine,
            Findings findings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.engine = engine;
        this.findings = findings;
    }

    @Override
    public void start(Extension extension) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("cycle", extension.cycle());
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
                    long more = due.toEpochMilli() - task.getDueDate().getTime();
                    task.setDueDate(Date.from(due));
                    tasks.saveTask(task);
                    jobs.createJobQuery()
                            .timers()
                            .processInstanceId(task.getProcessInstanceId())
                            .listPage(0, MOST_TIMERS)
                            .forEach(timer -> jobs.setJobDuedate(
                                    timer.getId(), new Date(timer.getDuedate().getTime() + more)));
                    Object finding = runtime.getVariable(task.getExecutionId(), "finding");
                    if (finding != null && task.getTaskDefinitionKey().equals("userTask_reportCorrection")) {
                        findings.postpone(finding.toString(), LocalDate.ofInstant(due, WorkingCalendar.ZONE));
                    }
                    return true;
                }));
    }
}
