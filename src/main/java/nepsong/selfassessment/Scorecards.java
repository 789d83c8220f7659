package nepsong.selfassessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The scorecards of the units: one row per criterion. */
public interface Scorecards {

    /** In the order of the checklist; empty where the unit was not called in. Read once in a transaction. */
    List<ScorecardRow> of(String cycle, String unit);

    /** By unit, each in the order of the checklist. */
    Map<String, List<ScorecardRow>> of(String cycle);

    /** The same of these units alone; a unit that was not called in is left out. */
    Map<String, List<ScorecardRow>> of(String cycle, Collection<String> units);

    /** Makes the empty rows. */
    void layOut(String cycle, String unit, List<String> criteria);

    /** Replaces the unit's own columns of the rows; whether they are still open is for the caller to know. */
    void writeSelf(String cycle, String unit, List<SelfScore> scores);

    /** Said by a later stage that has written its own columns, so that they are read again. */
    void changed();
}
