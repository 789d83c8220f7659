package nepsong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The same models on an engine without anything of ours: full history, no authorization, no listeners. It goes the way
 * that ours went before it.
 */
final class BareEngine implements AutoCloseable {

    /** Cases that no other process calls. */
    private static final Set<String> CASES = Set.of("inspection-cycle", "correction", "follow-up");

    private static final Map<String, String> STARTED_BY =
            Map.of("correction", "correction.finding-recorded", "follow-up", "follow-up.given");

    private final CountingDataSource database;
    private final OurAnswers answers;
    private final ProcessEngine ours;
    private final ProcessEngine engine;
    private final Set<String> followed = new HashSet<>();
    /** What forms were filled with, by instance and name: as every hand-in, the next one replaces it. */
    private final Set<String> typed = new HashSet<>();

    BareEngine(DataSource database, Application application) {
        this.database = new CountingDataSource(database);
        this.answers = new OurAnswers(application);
        this.ours = application.bean(ProcessEngine.class);
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(this.database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setCmmnEnabled(false);
        settings.setDefaultSerializationFormat("application/json");
        // As ours: the default asks the database for the next hundred ids.
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        settings.setBeans(answers.beans());
        this.engine = settings.buildProcessEngine();
        deploy();
    }

    private void deploy() {
        try {
            var resources = new PathMatchingResourcePatternResolver();
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
            Resource[] models = Stream.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")
                    .flatMap(pattern -> Stream.of(found(resources, pattern)))
                    .toArray(Resource[]::new);
            for (Resource model : models) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
            deployment.deploy();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Resource[] found(PathMatchingResourcePatternResolver resources, String pattern) {
        try {
            return resources.getResources("classpath:/" + pattern);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The task here that stands for one of ours; null where there is none. */
    Task like(Task task, String businessKey) {
        List<Task> alike = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task.getTaskDefinitionKey())
                .list();
        return alike.stream()
                .filter(one -> one.getName().equals(task.getName()))
                .findFirst()
                .orElse(null);
    }

    /** What has to be said here so that the process goes the way that ours went, with the form's values beside it. */
    Map<String, Object> variables(Task here, String ourInstance, Map<String, Object> submitted) {
        Map<String, Object> known = engine.getRuntimeService().getVariables(here.getExecutionId());
        Map<String, Object> theirs = instanceVariables(ourInstance);
        Map<String, Object> said = new HashMap<>();
        submitted.forEach((key, value) -> {
            String name = here.getProcessInstanceId() + " " + key;
            if (theirs.containsKey(key)) {
                said.put(key, theirs.get(key));
            } else if (!known.containsKey(key) || typed.contains(name)) {
                typed.add(name);
                said.put(key, Json.variable(value));
            }
        });
        theirs.forEach((key, value) -> {
            if (!known.containsKey(key) || !Objects.equals(known.get(key), value)) {
                said.put(key, value);
            }
        });
        return said;
    }

    private Map<String, Object> instanceVariables(String instance) {
        Map<String, Object> values = new HashMap<>();
        ours.getHistoryService().createHistoricVariableInstanceQuery().executionIdIn(instance).list().stream()
                .filter(variable -> variable.getExecutionId().equals(instance))
                .forEach((HistoricVariableInstance variable) -> values.put(variable.getName(), variable.getValue()));
        return values;
    }

    /**
     * By the same person: who completed a task is data of the history, which an engine keeps for whatever application
     * says who is working.
     */
    void complete(Task here, Map<String, Object> variables, String person) {
        engine.getIdentityService().setAuthenticatedUserId(person);
        try {
            engine.getTaskService().complete(here.getId(), variables);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Cases that ours has begun and this engine has not yet. */
    List<ProcessInstance> newCases() {
        List<ProcessInstance> found = new ArrayList<>();
        for (ProcessInstance one : ours.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            if (CASES.contains(one.getProcessDefinitionKey()) && followed.add(one.getId())) {
                found.add(one);
            }
        }
        return found;
    }

    void begin(ProcessInstance theirs, Map<String, Object> variables) {
        String message = STARTED_BY.get(theirs.getProcessDefinitionKey());
        if (message != null) {
            engine.getRuntimeService().startProcessInstanceByMessage(message, theirs.getBusinessKey(), variables);
        } else {
            engine.getRuntimeService()
                    .startProcessInstanceByKey(theirs.getProcessDefinitionKey(), theirs.getBusinessKey(), variables);
        }
    }

    Map<String, Object> variablesOf(ProcessInstance theirs) {
        return instanceVariables(theirs.getId());
    }

    void runJobs() {
        Jobs.run(engine.getManagementService());
    }

    List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getName)
                .toList();
    }

    CountingDataSource database() {
        return database;
    }

    /** Nanoseconds spent so far in our own beans. */
    long answering() {
        return answers.nanos();
    }

    @Override
    public void close() {
        engine.close();
    }
}
