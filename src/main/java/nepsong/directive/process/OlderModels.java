package nepsong.directive.process;

import nepsong.directive.AnnounceDirective;
import nepsong.engine.FormTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Cycles go on with the model that they began with: where it has no step that tells the units, they are told with the form. */
@Component
class OlderModels {

    private static final String TELLING = "serviceTask_tellUnits";

    private final ProcessEngineConfigurationImpl engine;
    private final AnnounceDirective announce;

    OlderModels(@Lazy ProcessEngineConfigurationImpl engine, AnnounceDirective announce) {
        this.engine = engine;
        this.announce = announce;
    }

    void issued(FormTask task) {
        if (!tells(task)) {
            announce.announce(task.cycle());
        }
    }

    private boolean tells(FormTask task) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity model = (ProcessDefinitionEntity)
                    context.getTaskManager().findTaskById(task.id()).getProcessDefinition();
            return model.findActivity(TELLING) != null;
        });
    }
}
