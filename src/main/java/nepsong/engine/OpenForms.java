package nepsong.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which form a task or a process has, for those who work beside the engine. Who may know of it is for the caller to judge. */
@Component
class OpenForms {

    private final ObjectProvider<ProcessEngine> engines;
    private final FormRegistry forms;

    OpenForms(ObjectProvider<ProcessEngine> engines, FormRegistry forms) {
        this.engines = engines;
        this.forms = forms;
    }

    /** @param key its id, which is its file name */
    record Found(String key, FormSchema schema) {}

    /** Empty for a task that is not open, and for one without a form. */
    Optional<Found> ofTask(String id) {
        return execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            String key = task == null ? null : forms.keyOf(task);
            return task == null || key == null
                    ? Optional.empty()
                    : Optional.of(new Found(
                            key,
                            forms.schema(context, task.getProcessDefinition().getDeploymentId(), key)));
        });
    }

    /** Empty for a process that is not deployed, and for one that starts without a form. */
    Optional<Found> ofProcess(String definition) {
        return execute(context -> {
            ProcessDefinitionEntity known =
                    context.getProcessDefinitionManager().findLatestProcessDefinitionById(definition);
            if (known == null) {
                return Optional.empty();
            }
            // What its model says of it is not in the row.
            ProcessDefinitionEntity process =
                    context.getProcessEngineConfiguration().getDeploymentCache().resolveProcessDefinition(known);
            String key = forms.startKeyOf(process);
            return key == null
                    ? Optional.empty()
                    : Optional.of(new Found(key, forms.schema(context, process.getDeploymentId(), key)));
        });
    }

    private Optional<Found> execute(Command<Optional<Found>> command) {
        var configuration = (ProcessEngineConfigurationImpl) engines.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command);
    }
}
