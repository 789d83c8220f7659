package nepsong.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who stands in for whom. */
public interface Delegations {

    /** A delegation that holds now, with the groups of both. */
    record Active(Delegation delegation, Set<String> principalGroups, Set<String> substituteGroups) {}

    /** Those that hold on a day, both being of equal role still. In memory: asked for with every task that is made or done. */
    List<Active> active(LocalDate day);

    /** Those whose day it is, and that hold no more because one of the two has lost a role. */
    List<Delegation> lapsed(LocalDate day);

    /** Whether the person was named by anybody for this day, equal still or not. */
    boolean isSubstitute(String person, LocalDate day);

    Optional<Delegation> find(String id);

    /** Where the person is one of the two; the newest first. */
    List<Delegation> of(String person);

    /** The newest first. */
    List<Delegation> all();

    void add(Delegation delegation, Instant namedAt);

    void end(String id, String by, Instant at);
}
