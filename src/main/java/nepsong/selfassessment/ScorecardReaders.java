package nepsong.selfassessment;

import java.util.Set;

/** Lets a later stage name those who may read a unit's scorecard beside the unit and the team: its inspectors. */
public interface ScorecardReaders {

    /** @param groups of the person who asks */
    boolean mayRead(String cycle, String unit, Set<String> groups);
}
