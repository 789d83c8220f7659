package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The form service at our terms: a form shows what its adapter reads from the tables, and nothing else of the process;
 * a start form, for which the engine keeps no data, carries its proposals as defaults; a submission is a completion.
 */
class GuardedFormService extends FormServiceImpl {

    private final FormDesk desk;
    private final Supplier<TaskService> tasks;
    private final ObjectMapper json;

    GuardedFormService(FormDesk desk, Supplier<TaskService> tasks, ObjectMapper json) {
        this.desk = desk;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        return commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
            }
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkReadTaskVariable(task));
            VariableMap shown = FormValues.toBrowser(desk.open(context, task));
            if (formVariables != null && !formVariables.isEmpty()) {
                shown.keySet().retainAll(formVariables);
            }
            return shown;
        });
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        tasks.get().complete(taskId, properties);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        tasks.get().complete(taskId, Map.copyOf(properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return tasks.get().completeWithVariablesInReturn(taskId, properties, deserializeValues);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    /** The business key is the process's own: one that was typed is not taken. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        return RefusalFilter.remember(() -> commandExecutor.execute(context -> {
            ProcessDefinitionEntity process = definition(context, processDefinitionId);
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkCreateProcessInstance(process));
            Outcome outcome = desk.handInStart(context, process, user(context), properties);
            return context.getProcessEngineConfiguration()
                    .getRuntimeService()
                    .startProcessInstanceById(processDefinitionId, outcome.businessKey(), outcome.variables());
        }));
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, null, Map.copyOf(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, Map.copyOf(properties));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return commandExecutor.execute(context -> {
            InputStream deployed = super.getDeployedStartForm(processDefinitionId);
            Map<String, Object> proposed = desk.openStart(definition(context, processDefinitionId), user(context));
            try (deployed) {
                JsonNode form = json.readTree(deployed);
                propose(form.path("components"), json.readTree(FormValues.write(proposed)));
                return new ByteArrayInputStream(json.writeValueAsBytes(form));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static void propose(JsonNode components, JsonNode proposed) {
        for (JsonNode node : components) {
            ObjectNode component = (ObjectNode) node;
            JsonNode value = proposed.path(component.path("key").asText(""));
            if (!value.isMissingNode()) {
                component.set("defaultValue", value);
            }
            JsonNode options = proposed.path(component.path("valuesKey").asText(""));
            if (!options.isMissingNode()) {
                component.remove("valuesKey");
                component.set("values", options);
            }
            propose(component.path("components"), proposed);
        }
    }

    private static String user(CommandContext context) {
        return Objects.requireNonNullElse(context.getAuthenticatedUserId(), "");
    }

    private static ProcessDefinitionEntity definition(CommandContext context, String processDefinitionId) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
    }
}
