package nepsong.unitfile;

import java.util.Optional;
import java.util.Set;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidenceReadership;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/** Who may open a unit's file, and which parts of it. */
@Component
public class UnitFileReaders {

    /** They see results while these are being made; everybody else waits for the publication. */
    private static final Set<String> BEFORE_PUBLICATION = Set.of(
            Groups.MANAGERS,
            Groups.STANDING_OFFICE,
            Groups.SECRETARIES,
            Groups.HEAD_OF_TEAM,
            Groups.DEPARTMENT_LEADERS,
            Groups.APPRAISERS);

    /** They see nominations on their way; everybody else sees what was awarded. */
    private static final Set<String> NOMINATIONS =
            Set.of(Groups.MANAGERS, Groups.STANDING_OFFICE, Groups.DEPARTMENT_LEADERS);

    private final People people;
    private final EvidenceReadership evidence;

    UnitFileReaders(People people, EvidenceReadership evidence) {
        this.people = people;
        this.evidence = evidence;
    }

    /**
     * @param own         works for the unit
     * @param files       may open evidence and photos
     * @param results     sees a result before it is public
     * @param nominations sees nominations before the award
     * @param originals   may have photos as they were brought
     * @param grounds     may open what stands behind points and a lower grade
     */
    public record Reader(
            boolean own, boolean files, boolean results, boolean nominations, boolean originals, boolean grounds) {

        boolean mayOpen(EvidenceKind kind) {
            return files && (kind != EvidenceKind.APPRAISAL || grounds);
        }
    }

    /** Empty for whom there is no such file. The administrator has none: that is business. */
    public Optional<Reader> of(String cycle, String unit, String person) {
        Set<String> groups = people.groupsOf(person);
        boolean own = Groups.areAt(unit, groups);
        boolean files = evidence.mayRead(cycle, unit, groups);
        if (!files && !groups.contains(Groups.DEPARTMENT_LEADERS)) {
            return Optional.empty();
        }
        return Optional.of(new Reader(
                own,
                files,
                groups.stream().anyMatch(BEFORE_PUBLICATION::contains),
                own || groups.stream().anyMatch(NOMINATIONS::contains),
                evidence.mayHaveOriginals(unit, groups),
                !cycle.isEmpty() && evidence.mayRead(Dossier.ofUnit(cycle, unit), EvidenceKind.APPRAISAL, groups)));
    }
}
