package nepsong.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * Who saves: a form that stays open on one machine does not write over what was typed on another since.
     *
     * @param name  that the page gives itself; null for a program, which asks for no such care
     * @param known when the draft was saved that it opened with, or saved last; null for none
     */
    public record Page(@Nullable String name, @Nullable Instant known) {

        public static final Page NONE = new Page(null, null);

        private boolean knows(FormDrafts.Draft draft) {
            return name == null
                    || name.equals(draft.savedFrom())
                    || draft.savedAt().equals(known);
        }
    }

    /**
     * What came of it.
     *
     * @param savedAt null where it was not
     * @param newer   whose draft it would have been written over, by id; null where it would not
     */
    public record Saved(@Nullable Instant savedAt, @Nullable String newer) {}

    /**
     * @param sent what the form holds; what it does not declare, or does not let people type, is left out
     * @return empty where the person has no such task in hand, or its form keeps none
     */
    @Transactional
    public Optional<Saved> save(String task, String person, Map<String, @Nullable Object> sent, Page page) {
        tasks.hold(task);
        FormSchema form = isHeld(task, person) ? schema(task) : null;
        if (form == null) {
            return Optional.empty();
        }
        Optional<FormDrafts.Draft> newer =
                page.name() == null ? Optional.empty() : drafts.find(task).filter(draft -> !page.knows(draft));
        if (newer.isPresent()) {
            return Optional.of(new Saved(null, newer.get().savedBy()));
        }
        // As exactly as databases keep it: the page tells it again.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        drafts.save(task, DraftMerge.typed(form, sent), now, person, page.name());
        return Optional.of(new Saved(now, null));
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
