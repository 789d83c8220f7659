package nepsong.engine;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Who calls the engine, and what they may look at beside their forms. */
final class Caller {

    private Caller() {}

    /** A refusal with one reason, kept with the request so that the person reads the reason and nothing else. */
    static FormRefusedException refusal(String reason) {
        return RefusalFilter.kept(new FormRefusedException(List.of(Refusal.of("", reason))));
    }

    /** As {@link #refusal}, of a task that somebody wants to take: nothing was filled in that could be mended. */
    static FormRefusedException notTaken(String reason) {
        return RefusalFilter.kept(FormRefusedException.because(reason));
    }

    static boolean isPerson(CommandContext context) {
        return context.getAuthenticatedUserId() != null;
    }

    /**
     * Whether the caller may look at what was said and attached at a task, open or finished. The administrator may see
     * how processes stand, and not that.
     */
    static boolean maySeeTask(CommandContext context, @Nullable String taskId) {
        ProcessEngineConfigurationImpl engine = context.getProcessEngineConfiguration();
        TaskService tasks = engine.getTaskService();
        HistoryService history = engine.getHistoryService();
        return !isPerson(context)
                || taskId != null
                        && !isAdministrator(context)
                        && (tasks.createTaskQuery().taskId(taskId).count() > 0
                                || history.createHistoricTaskInstanceQuery()
                                                .taskId(taskId)
                                                .count()
                                        > 0);
    }

    /** As {@link #maySeeTask}, of what hangs on the whole process instance. */
    static boolean maySeeInstance(CommandContext context, @Nullable String processInstanceId) {
        ProcessEngineConfigurationImpl engine = context.getProcessEngineConfiguration();
        RuntimeService runtime = engine.getRuntimeService();
        HistoryService history = engine.getHistoryService();
        return !isPerson(context)
                || processInstanceId != null
                        && !isAdministrator(context)
                        && (runtime.createProcessInstanceQuery()
                                                .processInstanceId(processInstanceId)
                                                .count()
                                        > 0
                                || history.createHistoricProcessInstanceQuery()
                                                .processInstanceId(processInstanceId)
                                                .count()
                                        > 0);
    }

    private static boolean isAdministrator(CommandContext context) {
        Authentication person = context.getAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.ADMINISTRATORS);
    }
}
