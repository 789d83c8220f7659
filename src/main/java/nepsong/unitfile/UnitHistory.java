package nepsong.unitfile;

import java.time.Instant;
import java.util.List;

/** What no stage tells of one unit alone: its cycles, and what waits for somebody in the engine. */
interface UnitHistory {

    /** Newest first; with results, public or not. */
    List<UnitCycle> cycles(String unit);

    /** Of the unit in the cycle, the most urgent first. */
    List<UnitTask> openTasks(String cycle, String unit, Instant now);
}
