package nepsong.directive;

import java.time.LocalDate;
import java.util.List;

/**
 * The inspection team of a cycle; people are named by the ids of their logins.
 *
 * @param termTo    the last day, included
 * @param decidedOn day of the decision that set the team up
 */
public record Team(
        String cycle,
        String head,
        List<String> deputies,
        List<String> secretaries,
        List<TeamMember> members,
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
    }
}
