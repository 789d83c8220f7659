package nepsong.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People and the groups they act in. Logins and memberships are those of the engine's identity tables. */
public interface People {

    Optional<Person> find(String id);

    /** Ordered by id; empty for a group that nobody is in. */
    List<Person> inGroup(String group);

    Set<String> groupsOf(String personId);
}
