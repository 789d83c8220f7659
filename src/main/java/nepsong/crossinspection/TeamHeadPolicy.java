package nepsong.crossinspection;

import java.util.Set;
import nepsong.directive.Team;
import nepsong.directive.Teams;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/** What the head of the cycle's team decides alone. Where that person has lost the role since, whoever has it now. */
@Component
class TeamHeadPolicy {

    private final Teams teams;
    private final People people;

    TeamHeadPolicy(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    boolean isHead(String cycle, String person) {
        return isInRole(person)
                && teams.find(cycle)
                        .map(Team::head)
                        .filter(head -> head.equals(person) || !isInRole(head))
                        .isPresent();
    }

    private boolean isInRole(String person) {
        Set<String> groups = people.groupsOf(person);
        return groups.contains(Groups.HEAD_OF_TEAM);
    }
}
