package nepsong.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and the groups they act in. Logins and memberships are those of the engine's identity tables. */
public interface People {

    /** Also what stands for somebody who was erased. */
    Optional<Person> find(String id);

    /** Everybody who can log in, ordered by id. */
    List<Person> all();

    /** Ordered by id; empty for a group that nobody is in. */
    List<Person> inGroup(String group);

    /** By group, for many groups at once; a group that nobody is in is left out. */
    Map<String, List<Person>> inGroups(Collection<String> groups);

    Set<String> groupsOf(String personId);

    /** Because it is so entered, or because one of the unit's roles is theirs: of most people nothing else is entered. */
    default boolean worksFor(String personId, String unit) {
        return find(personId).map(Person::unit).filter(unit::equals).isPresent()
                || Groups.areAt(unit, groupsOf(personId));
    }
}
