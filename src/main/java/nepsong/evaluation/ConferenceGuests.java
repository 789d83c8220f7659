package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.SeatedMembers;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Who is invited to a conference as a matter of course, and who else may be. */
@Component
public class ConferenceGuests {

    private static final List<String> GROUPS = List.of(
            Groups.HEAD_OF_TEAM,
            Groups.SECRETARIES,
            Groups.APPRAISERS,
            Groups.DEPARTMENT_LEADERS,
            Groups.STANDING_OFFICE);

    private final People people;
    private final SeatedMembers members;
    private final Cycles cycles;

    ConferenceGuests(People people, SeatedMembers members, Cycles cycles) {
        this.people = people;
        this.members = members;
        this.cycles = cycles;
    }

    /** The head and the secretaries of the team, its members, and then the others, by role. */
    public List<Person> of(String cycle) {
        Map<String, List<Person>> byRole = people.inGroups(GROUPS);
        return Stream.of(
                        role(byRole, Groups.HEAD_OF_TEAM),
                        role(byRole, Groups.SECRETARIES),
                        members.of(cycle),
                        role(byRole, Groups.APPRAISERS),
                        role(byRole, Groups.DEPARTMENT_LEADERS),
                        role(byRole, Groups.STANDING_OFFICE))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Whose accounts an invitation may go to: those, and the heads of the units that were inspected. */
    public List<Person> choice(String cycle) {
        List<Person> choice = new ArrayList<>(of(cycle));
        List<String> heads = cycles.blocs(cycle).stream()
                .map(Bloc::units)
                .flatMap(List::stream)
                .map(Groups::headAt)
                .toList();
        Map<String, List<Person>> byUnit = people.inGroups(heads);
        heads.forEach(head -> choice.addAll(role(byUnit, head)));
        return choice.stream().distinct().toList();
    }

    private static List<Person> role(Map<String, List<Person>> byRole, String group) {
        return byRole.getOrDefault(group, List.of());
    }
}
