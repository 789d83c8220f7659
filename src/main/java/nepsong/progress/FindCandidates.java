package nepsong.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Everybody whom an open task is offered to, and who could therefore be given it. */
@Component
public class FindCandidates {

    private final CycleTasks tasks;
    private final People people;

    FindCandidates(CycleTasks tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    /** @param others who could have the task and have it not */
    public record Candidates(OpenTask task, List<Person> others) {

        public Candidates {
            others = List.copyOf(others);
        }
    }

    /** Empty where the cycle has no such open task. */
    public Optional<Candidates> of(String cycle, String taskId) {
        return tasks.find(cycle, taskId).map(this::of);
    }

    private Candidates of(OpenTask task) {
        Map<String, Person> able = new LinkedHashMap<>();
        people.inGroups(task.groups()).values().stream()
                .flatMap(List::stream)
                .filter(person -> !person.id().equals(task.assignee()))
                .forEach(person -> able.put(person.id(), person));
        return new Candidates(task, List.copyOf(able.values()));
    }
}
