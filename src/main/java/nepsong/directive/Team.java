package nepsong.directive;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inspection team of a cycle; people are named by the ids of their logins.
 *
 * @param observers watch the team at work; no task is ever offered to them as such
 * @param groups    in their order, by whose places pairs refer to them; empty where the team works as one
 * @param termTo    the last day, included
 * @param decidedOn day of the decision that set the team up
 */
public record Team(
        String cycle,
        String head,
        List<String> deputies,
        List<String> secretaries,
        List<TeamMember> members,
        List<String> observers,
        List<WorkingGroup> groups,
        String duties,
        LocalDate termFrom,
        LocalDate termTo,
        int documentNumber,
        String documentSymbol,
        LocalDate decidedOn) {

    public Team {
        deputies = List.copyOf(deputies);
        secretaries = List.copyOf(secretaries);
        members = List.copyOf(members);
        observers = List.copyOf(observers);
        groups = List.copyOf(groups);
    }

    /** Ids of all who work in it; observers do not. */
    Set<String> working() {
        return Stream.of(
                        List.of(head),
                        deputies,
                        secretaries,
                        members.stream().map(TeamMember::person).toList())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
