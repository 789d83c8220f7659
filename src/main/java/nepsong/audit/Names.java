package nepsong.audit;

import java.util.Collection;
import java.util.Map;

/** Names for the ids in the trail, as the readers know them; whoever has the registries answers. */
public interface Names {

    /** By code; one that nobody knows is left out. */
    Map<String, String> ofUnits(Collection<String> codes);

    /** By id of the person; one that nobody knows any more is left out. */
    Map<String, String> ofPeople(Collection<String> ids);
}
