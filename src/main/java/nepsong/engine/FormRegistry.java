package nepsong.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The deployed forms, each read once per deployment, and their adapters. An old instance keeps the form of its own
 * deployment, so a form may change while instances run.
 */
@Component
class FormRegistry {

    private final ObjectMapper json;
    private final SingletonSupplier<Map<String, TaskForm>> taskForms;
    private final SingletonSupplier<Map<String, StartForm>> startForms;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    FormRegistry(
            ObjectMapper json,
            ObjectProvider<TaskForm> taskForms,
            ObjectProvider<StartForm> startForms,
            RecordedForms recorded) {
        this.json = json;
        // Adapters reach the engine's services through their use cases, so they are asked for after it has started.
        this.taskForms = SingletonSupplier.of(
                () -> taskForms.stream().collect(Collectors.toMap(TaskForm::key, recorded::recorded)));
        this.startForms = SingletonSupplier.of(
                () -> startForms.stream().collect(Collectors.toMap(StartForm::key, recorded::recorded)));
    }

    TaskForm taskForm(String key) {
        return adapter(taskForms.obtain().get(key), key);
    }

    StartForm startForm(String key) {
        return adapter(startForms.obtain().get(key), key);
    }

    private static <T> T adapter(@Nullable T form, String key) {
        if (form == null) {
            throw new IllegalStateException("no adapter for form " + key);
        }
        return form;
    }

    /** Null where the task has no form. */
    @Nullable
    String keyOf(TaskEntity task) {
        var definition = task.getTaskDefinition();
        if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
            return null;
        }
        return (String) definition.getCamundaFormDefinitionKey().getValue(task);
    }

    /** Null where the process starts without a form. */
    @Nullable
    String startKeyOf(ProcessDefinitionEntity process) {
        var definition = process.getStartFormDefinition();
        return definition == null || definition.getCamundaFormDefinitionKey() == null
                ? null
                : definition.getCamundaFormDefinitionKey().getExpressionText();
    }

    FormSchema schema(CommandContext context, String deployment, String key) {
        return schemas.computeIfAbsent(deployment + "/" + key, ignored -> read(context, deployment, key));
    }

    private FormSchema read(CommandContext context, String deployment, String key) {
        CamundaFormDefinitionEntity form =
                context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deployment, key);
        if (form == null) {
            throw new IllegalStateException("no form " + key + " in deployment " + deployment);
        }
        byte[] content = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deployment, form.getResourceName())
                .getBytes();
        try {
            return FormSchema.read(json.readTree(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("form " + key, unreadable);
        }
    }
}
