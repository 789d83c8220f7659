package nepsong.reminder.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nepsong.engine.TaskDeadlines;
import nepsong.reminder.Extension;
import nepsong.reminder.ExtensionProcesses;
import nepsong.reminder.GrantorPolicy;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** One instance of the model {@code extension} for each wish. Whoever asks may not start processes: the wish does. */
@Component
class EngineExtensions implements ExtensionProcesses {

    static final String EXTENSION = "extension";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final TaskDeadlines deadlines;

    EngineExtensions(RuntimeService runtime, ProcessEngineConfigurationImpl engine, TaskDeadlines deadlines) {
        this.runtime = runtime;
        this.engine = engine;
        this.deadlines = deadlines;
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
        variables.put("grantors", GrantorPolicy.groupFor(extension.step()));
        engine.getCommandExecutorTxRequired()
                .execute(context ->
                        context.runWithoutAuthorization(() -> runtime.createMessageCorrelation("extension.requested")
                                .processInstanceBusinessKey(extension.businessKey())
                                .setVariables(variables)
                                .correlateStartMessage()));
    }

    @Override
    public boolean move(String task, Instant due) {
        return deadlines.extend(task, due);
    }
}
