package nepsong.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what whoever holds a task has typed so far; it is there again when the form opens next, wherever that is. */
@Component
public class SaveDraft {

    private final ObjectProvider<ProcessEngine> engines;
    private final OpenTasks tasks;
    private final FormRegistry forms;
    private final FormDrafts drafts;
    private final Clock clock;

    SaveDraft(
            ObjectProvider<ProcessEngine> engines,
            OpenTasks tasks,
            FormRegistry forms,
            FormDrafts drafts,
            Clock clock) {
        this.engines = engines;
        this.tasks = tasks;
        this.forms = forms;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * @param sent what the form holds; what it does not declare, or does not let people type, is left out
     * @return when it was saved; empty where the person has no such task in hand, or its form keeps none
     */
    @Transactional
    public Optional<Instant> save(String task, String person, Map<String, @Nullable Object> sent) {
        tasks.hold(task);
        FormSchema form = isHeld(task, person) ? schema(task) : null;
        if (form == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        drafts.save(task, DraftMerge.typed(form, sent), now, person);
        return Optional.of(now);
    }

    /** Whether the person holds the task, and its form is one of which nothing is kept before it is handed in. */
    @Transactional
    public boolean keepsNone(String task, String person) {
        return isHeld(task, person) && schema(task) == null;
    }

    private boolean isHeld(String task, String person) {
        return tasks.find(task, person)
                .filter(open -> person.equals(open.assignee()))
                .isPresent();
    }

    /** Null for a task whose form keeps no draft. */
    private @Nullable FormSchema schema(String id) {
        var configuration = (ProcessEngineConfigurationImpl) engines.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            String key = task == null ? null : forms.keyOf(task);
            return task == null || key == null || !forms.taskForm(key).keepsDrafts()
                    ? null
                    : forms.schema(context, task.getProcessDefinition().getDeploymentId(), key);
        });
    }
}
