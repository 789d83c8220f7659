package nepsong.evidence;

import java.util.List;
import java.util.Set;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;

/** Who may look at a unit's evidence, and who may have photos as they were brought. */
@Component
public class EvidenceReadership {

    private static final Set<String> TEAM = Set.of(
            Groups.STANDING_OFFICE,
            Groups.SECRETARIES,
            Groups.HEAD_OF_TEAM,
            Groups.TEAM_MEMBERS,
            Groups.APPRAISERS,
            Groups.MANAGERS);

    /** Appraisers grade, members of the team review appeals. */
    private static final Set<String> JUDGES =
            Set.of(Groups.SECRETARIES, Groups.HEAD_OF_TEAM, Groups.APPRAISERS, Groups.TEAM_MEMBERS);

    private final List<EvidenceReaders> readers;

    EvidenceReadership(List<EvidenceReaders> readers) {
        this.readers = readers;
    }

    public boolean mayRead(String cycle, String unit, Set<String> groups) {
        return groups.stream().anyMatch(TEAM::contains)
                || Groups.areAt(unit, groups)
                || readers.stream().anyMatch(reader -> reader.mayRead(cycle, unit, groups));
    }

    /** The unit itself, and those of the team who judge whether a photo is what it is said to be. */
    public boolean mayHaveOriginals(String unit, Set<String> groups) {
        return Groups.areAt(unit, groups) || groups.stream().anyMatch(JUDGES::contains);
    }
}
