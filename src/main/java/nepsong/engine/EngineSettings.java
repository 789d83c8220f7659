package nepsong.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine is told at start that no property can say: the guarded services, and what we leave out. */
@Component
@Order(0)
class EngineSettings extends AbstractProcessEnginePlugin {

    private static final int MOST_ROWS_OF_A_QUERY = 2_000;
    /** Longer than the longest job of ours, so that a killed node's jobs are taken over soon. */
    private static final int JOB_LOCK_MILLIS = 90_000;

    private final FormDesk desk;
    private final ObjectMapper json;

    EngineSettings(FormDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskService(new GuardedTaskService(desk));
        engine.setFormService(new GuardedFormService(desk, engine::getTaskService, json));
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationCheckRevokes("never");
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableHistoricInstancePermissions(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnablePasswordPolicy(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(MOST_ROWS_OF_A_QUERY);
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT15M,PT1H,PT4H");
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setMetricsEnabled(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setLockTimeInMillis(JOB_LOCK_MILLIS);
    }
}
