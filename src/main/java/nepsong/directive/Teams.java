package nepsong.directive;

import java.util.Optional;
import java.util.Set;

/** The inspection teams. */
public interface Teams {

    /** Empty until the team of the cycle is set up. */
    Optional<Team> find(String cycle);

    /** Ids of the members; empty until the team of the cycle is set up. */
    Set<String> members(String cycle);

    void add(Team team, String setUpBy);
}
