package nepsong.unitfile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What no stage tells of one unit alone: its cycles, and what waits for somebody in the engine. */
interface UnitHistory {

    /** Newest first; with results, public or not. */
    List<UnitCycle> cycles(String unit);

    /** Of the unit in the cycle, the most urgent first. */
    List<UnitTask> openTasks(String cycle, String unit, Instant now);

    /** By id; a group without a name is left out. */
    Map<String, String> namesOfGroups(Collection<String> groups);

    /** Of people, by id; whoever is not known any more is left out. */
    Map<String, String> namesOfPeople(Collection<String> people);
}
