package nepsong.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what whoever holds a task has typed so far; it is there again when the form opens next, wherever that is. */
@Component
public class SaveDraft {

    private final OpenForms open;
    private final OpenTasks tasks;
    private final FormRegistry forms;
    private final FormDrafts drafts;
    private final Clock clock;

    SaveDraft(OpenForms open, OpenTasks tasks, FormRegistry forms, FormDrafts drafts, Clock clock) {
        this.open = open;
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
    private @Nullable FormSchema schema(String task) {
        return open.ofTask(task)
                .filter(found -> forms.taskForm(found.key()).keepsDrafts())
                .map(OpenForms.Found::schema)
                .orElse(null);
    }
}
