package nepsong.reminder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Whose tasks they are: whoever took one on, otherwise everybody it is offered to. */
@Component
class Holders {

    /** Databases bound the length of a list of values. */
    private static final int AT_A_TIME = 1_000;

    private final People people;

    Holders(People people) {
        this.people = people;
    }

    /** Members by group, for as many groups as there are units. */
    Map<String, List<Person>> members(Collection<String> groups) {
        List<String> all = groups.stream().distinct().toList();
        Map<String, List<Person>> members = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            members.putAll(people.inGroups(all.subList(from, Math.min(all.size(), from + AT_A_TIME))));
        }
        return members;
    }

    /** Of these persons, those who have an account. */
    Set<String> known(Collection<String> persons) {
        return persons.stream()
                .distinct()
                .filter(person -> people.find(person).isPresent())
                .collect(Collectors.toSet());
    }

    /** By id, in the order of the tasks. */
    Map<Person, List<OpenTask>> of(Collection<OpenTask> tasks) {
        Map<String, List<Person>> members = members(tasks.stream()
                .filter(task -> task.assignee() == null)
                .flatMap(task -> task.groups().stream())
                .toList());
        Map<String, Optional<Person>> known = new HashMap<>();
        Map<Person, List<OpenTask>> held = new LinkedHashMap<>();
        for (OpenTask task : tasks) {
            List<Person> holders = new ArrayList<>();
            if (task.assignee() != null) {
                find(task.assignee(), known).ifPresent(holders::add);
            } else {
                task.groups().forEach(group -> holders.addAll(members.getOrDefault(group, List.of())));
                task.users().forEach(user -> find(user, known).ifPresent(holders::add));
            }
            holders.stream().distinct().forEach(person -> held.computeIfAbsent(person, one -> new ArrayList<>())
                    .add(task));
        }
        return held;
    }

    private Optional<Person> find(String id, Map<String, Optional<Person>> known) {
        return known.computeIfAbsent(id, people::find);
    }
}
