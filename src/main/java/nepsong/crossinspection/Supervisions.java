package nepsong.crossinspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.directive.WorkingGroup;

/** Which working group of the team looks after the inspection of which unit. */
public interface Supervisions {

    /** Of the team of the cycle; empty where it works as one. */
    List<WorkingGroup> groups(String cycle);

    /** Empty where the team has no groups, or the unit's pair is not approved. */
    Optional<WorkingGroup> of(String cycle, String unit);

    /** By inspected unit, of all approved pairs that have one. */
    Map<String, WorkingGroup> of(String cycle);

    /** @param groups by inspected unit, the place of the group among those of the team, from 0 */
    void assign(Pairing pairing, Map<String, Integer> groups);
}
