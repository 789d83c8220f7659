package nepsong.directive;

import java.util.Optional;

/** The inspection teams. */
public interface Teams {

    /** Empty until the team of the cycle is set up. */
    Optional<Team> find(String cycle);

    void add(Team team, String setUpBy);
}
