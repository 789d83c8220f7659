package nepsong.engine;

import java.time.Instant;
import java.util.Optional;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever holds a task that its form opens with a draft: since when, and whose. */
@Component
public class ReadDraft {

    private final OpenTasks tasks;
    private final FormDrafts drafts;
    private final People people;

    ReadDraft(OpenTasks tasks, FormDrafts drafts, People people) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.people = people;
    }

    /** @param savedBy the person's name */
    public record Draft(Instant savedAt, String savedBy) {}

    /** Empty where there is no draft, or the person has no such task in hand. */
    @Transactional(readOnly = true)
    public Optional<Draft> read(String task, String person) {
        return tasks.find(task, person)
                .filter(open -> person.equals(open.assignee()))
                .flatMap(open -> drafts.find(task))
                .map(draft -> new Draft(draft.savedAt(), name(draft.savedBy())));
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
