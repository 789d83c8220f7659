package nepsong.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nepsong.organisation.People;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks for those parts of the house that work beside a form: what a task is about, and who has it in hand. */
@Component
public class OpenTasks {

    private final ObjectProvider<ProcessEngine> engines;
    private final People people;
    private final JdbcClient jdbc;

    OpenTasks(ObjectProvider<ProcessEngine> engines, People people, JdbcClient jdbc) {
        this.engines = engines;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** To the end of the caller's transaction nobody hands the task in, and nobody else holds it so. */
    public void hold(String id) {
        jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Empty for a task that was done or withdrawn. Who may know of it is for the caller to judge. */
    public Optional<OpenTask> find(String id, String user) {
        ProcessEngine engine = engines.getObject();
        return unchecked(engine, () -> {
            Task task = engine.getTaskService().createTaskQuery().taskId(id).singleResult();
            return task == null ? Optional.empty() : Optional.of(read(engine, task, user));
        });
    }

    /**
     * The one task of a kind within a process.
     *
     * @param step as the model names it: {@code userTask_inspect}
     */
    public Optional<OpenTask> find(String process, String businessKey, String step, String user) {
        ProcessEngine engine = engines.getObject();
        return unchecked(engine, () -> {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .taskDefinitionKey(step)
                    .singleResult();
            return task == null ? Optional.empty() : Optional.of(read(engine, task, user));
        });
    }

    private OpenTask read(ProcessEngine engine, Task task, String user) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        FormTask about = new FormTask(
                task.getId(),
                task.getProcessDefinitionId().split(":")[0],
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                instance == null ? "" : Objects.requireNonNullElse(instance.getBusinessKey(), ""),
                user,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                engine.getTaskService().getVariables(task.getId()));
        String assignee = task.getAssignee();
        boolean held = assignee == null ? isOffered(engine, task, user) : assignee.equals(user);
        return new OpenTask(
                about,
                Objects.requireNonNullElse(task.getName(), ""),
                assignee,
                task.getCreateTime().toInstant(),
                held);
    }

    private boolean isOffered(ProcessEngine engine, Task task, String user) {
        Set<String> groups = people.groupsOf(user);
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> isFor(link, user, groups));
    }

    private static boolean isFor(IdentityLink link, String user, Set<String> groups) {
        return user.equals(link.getUserId()) || link.getGroupId() != null && groups.contains(link.getGroupId());
    }

    private static <T> T unchecked(ProcessEngine engine, Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }
}
