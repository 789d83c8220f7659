package nepsong.evidence;

import java.util.Set;

/** Lets a stage name those who may look at a unit's evidence beside the unit and the team: its inspectors. */
public interface EvidenceReaders {

    /** @param groups of the person who asks */
    boolean mayRead(String cycle, String unit, Set<String> groups);
}
