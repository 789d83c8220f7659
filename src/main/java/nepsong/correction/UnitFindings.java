package nepsong.correction;

import java.util.Map;

/** What the findings of a cycle say about its units. */
public interface UnitFindings {

    /** By unit, in one statement; a unit where nothing was found is left out. */
    Map<String, FindingFacts> of(String cycle);

    default FindingFacts of(String cycle, String unit) {
        return of(cycle).getOrDefault(unit, FindingFacts.NONE);
    }
}
