package nepsong.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All evidence, by what it stands behind. */
public interface EvidencePieces {

    Optional<Evidence> find(String id);

    /** In the order in which it was added. */
    List<Evidence> of(Dossier dossier, Collection<EvidenceKind> kinds);

    /** Of a unit in a cycle, in the order in which it was added. */
    default List<Evidence> of(String cycle, String unit, Collection<EvidenceKind> kinds) {
        return of(Dossier.ofUnit(cycle, unit), kinds);
    }

    /** Of units in a cycle, in the order in which it was added. */
    List<Evidence> ofUnits(String cycle, Collection<String> units, Collection<EvidenceKind> kinds);

    /** Of nominations, the newest first. */
    List<Evidence> ofNominations(Collection<EvidenceKind> kinds, int most);

    /** Of the nominations that a unit answers for, in the order in which it was added. */
    List<Evidence> ofNominations(String unit, EvidenceKind kind);

    default int count(Dossier dossier, EvidenceKind kind) {
        return of(dossier, List.of(kind)).size();
    }

    /** How many pieces each topic of the unit has, by topic; a topic without is left out. */
    Map<String, Integer> counts(String cycle, String unit, EvidenceKind kind);

    void add(Evidence evidence);

    /** Writes the file's name and the citation anew. */
    void update(Evidence evidence);

    void remove(String id);
}
