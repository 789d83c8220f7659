package nepsong.directive;

import java.util.List;
import java.util.Set;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** The members of a cycle's inspection team. Whoever has lost the role since the team was set up is none any more. */
@Component
public class SeatedMembers {

    private final Teams teams;
    private final People people;

    SeatedMembers(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    /** In the order of the role's group; deputies and secretaries are not among them. */
    public List<Person> of(String cycle) {
        Set<String> seated = teams.members(cycle);
        return people.inGroup(Groups.TEAM_MEMBERS).stream()
                .filter(person -> seated.contains(person.id()))
                .toList();
    }
}
