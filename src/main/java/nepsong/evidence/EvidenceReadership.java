package nepsong.evidence;

import java.util.List;
import java.util.Set;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;

/** Who may look at a unit's evidence and at other papers, and who may have photos as they were brought. */
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
    private final List<PaperReaders> papers;

    EvidenceReadership(List<EvidenceReaders> readers, List<PaperReaders> papers) {
        this.readers = readers;
        this.papers = papers;
    }

    /** Of a unit's dossier all kinds alike but what it was judged by; of that, and of others, as the stage says. */
    public boolean mayRead(Dossier dossier, EvidenceKind kind, Set<String> groups) {
        return dossier.isOfUnit() && kind != EvidenceKind.APPRAISAL
                ? mayRead(dossier.cycle(), dossier.unit(), groups)
                : papers.stream().anyMatch(one -> one.mayRead(dossier, kind, groups));
    }

    /** Beside a task in other hands. What everybody may read of a cycle they read elsewhere, for a task is not everybody's to know. */
    boolean mayLook(Dossier dossier, EvidenceKind kind, Set<String> groups) {
        return mayRead(dossier, kind, groups) && (!dossier.isOfCycle() || isTeam(groups));
    }

    private static boolean isTeam(Set<String> groups) {
        return groups.stream().anyMatch(TEAM::contains);
    }

    public boolean mayRead(String cycle, String unit, Set<String> groups) {
        return isTeam(groups)
                || Groups.areAt(unit, groups)
                || readers.stream().anyMatch(reader -> reader.mayRead(cycle, unit, groups));
    }

    /** The unit itself, and those of the team who judge whether a photo is what it is said to be. */
    public boolean mayHaveOriginals(String unit, Set<String> groups) {
        return Groups.areAt(unit, groups) || groups.stream().anyMatch(JUDGES::contains);
    }
}
