package nepsong.evaluation;

import java.util.List;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;

/** Who is invited to a conference as a matter of course. */
public final class ConferenceGuests {

    private static final List<String> GROUPS = List.of(
            Groups.HEAD_OF_TEAM,
            Groups.SECRETARIES,
            Groups.TEAM_MEMBERS,
            Groups.APPRAISERS,
            Groups.DEPARTMENT_LEADERS,
            Groups.STANDING_OFFICE);

    private ConferenceGuests() {}

    /** In the order of their roles. */
    public static List<Person> known(People people) {
        return people.inGroups(GROUPS).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
