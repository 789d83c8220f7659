package nepsong.delegation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Among whom a person chooses their substitute. */
@Component
public class FindSubstitutes {

    private final People people;

    FindSubstitutes(People people) {
        this.people = people;
    }

    @Transactional(readOnly = true)
    public List<Person> of(String principal) {
        Set<String> groups = people.groupsOf(principal);
        return people.inGroups(EqualRolePolicy.equalGroups(groups)).values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> !person.id().equals(principal))
                .filter(person -> EqualRolePolicy.areEqual(groups, people.groupsOf(person.id())))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }
}
