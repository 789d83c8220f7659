package nepsong.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.PeopleChanges;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine is told at start that no property can say: the guarded services, and what we leave out. */
@Component
@Order(0)
class EngineSettings extends AbstractProcessEnginePlugin {

    static final int MOST_ROWS_OF_A_QUERY = 2_000;
    /** Longer than the longest job of ours, so that a killed node's jobs are taken over soon. */
    private static final int JOB_LOCK_MILLIS = 90_000;

    private final StartTurn turn;
    private final FormDesk desk;
    private final AssignmentMail assignmentMail;
    private final ReturnedTasks returnedTasks;
    private final PeopleChanges people;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final DemonstrationSettings demonstration;

    EngineSettings(
            StartTurn turn,
            FormDesk desk,
            AssignmentMail assignmentMail,
            ReturnedTasks returnedTasks,
            PeopleChanges people,
            JdbcClient jdbc,
            ObjectMapper json,
            DemonstrationSettings demonstration) {
        this.turn = turn;
        this.desk = desk;
        this.assignmentMail = assignmentMail;
        this.returnedTasks = returnedTasks;
        this.people = people;
        this.jdbc = jdbc;
        this.json = json;
        this.demonstration = demonstration;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        turn.take();
        engine.setTaskService(new GuardedTaskService(desk, jdbc));
        engine.setFormService(new GuardedFormService(desk, engine::getTaskService, json));
        engine.setFilterService(new GuardedFilterService());
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new NoShortcuts(engine::getIdentityService)));
        engine.setScriptEngineResolver(new OnlyFeelAndJuel(new CamundaScriptEngineManager()));
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setCustomPostBPMNParseListeners(withOurs(engine.getCustomPostBPMNParseListeners()));
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new TaskGrants());
        engine.setCustomSessionFactories(List.of(new UnfilteredGroups.Factory()));
        engine.setIdentityProviderSessionFactory(new KnownIdentities.Factory(people));
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableHistoricInstancePermissions(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(passwordPolicy());
        engine.setPasswordEncryptor(new SlowPasswordHash(
                demonstration.demo() ? SlowPasswordHash.ROUNDS_OF_THE_DEMONSTRATION : SlowPasswordHash.ROUNDS));
        // A refusal is no failure; what fails is logged by whoever called: the web API, the job executor.
        engine.setEnableCmdExceptionLogging(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setQueryMaxResultsLimit(MOST_ROWS_OF_A_QUERY);
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT15M,PT1H,PT4H");
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setMetricsEnabled(false);
    }

    private PasswordPolicy passwordPolicy() {
        PasswordPolicy policy = new DefaultPasswordPolicyImpl();
        policy.getRules()
                .add(new CommonPasswords(
                        () -> jdbc.sql("select name from units")
                                .query(String.class)
                                .list(),
                        demonstration.demo()));
        return policy;
    }

    private List<BpmnParseListener> withOurs(@Nullable List<BpmnParseListener> listeners) {
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(assignmentMail);
        all.add(returnedTasks);
        return all;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // The starter's own comes before this.
        engine.setFailedJobCommandFactory(new OvertakenJobs());
        engine.getJobExecutor().setLockTimeInMillis(JOB_LOCK_MILLIS);
    }
}
