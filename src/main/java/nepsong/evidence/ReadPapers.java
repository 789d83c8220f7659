package nepsong.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of cycles and of nominations when their task is done, for those who may read them. A unit's are in its file. */
@Component
public class ReadPapers {

    private final EvidencePieces pieces;
    private final EvidenceReadership readership;
    private final Cycles cycles;
    private final People people;
    private final AuditTrail trail;

    ReadPapers(EvidencePieces pieces, EvidenceReadership readership, Cycles cycles, People people, AuditTrail trail) {
        this.pieces = pieces;
        this.readership = readership;
        this.cycles = cycles;
        this.people = people;
        this.trail = trail;
    }

    /** The newest cycle first; cycles without a paper for this person are left out. */
    @Transactional(readOnly = true)
    public Map<Cycle, List<Evidence>> ofCycles(String person) {
        Map<Cycle, List<Evidence>> found = new LinkedHashMap<>();
        for (Cycle cycle : cycles.all()) {
            List<Evidence> readable = ofCycle(cycle.code(), Set.of(EvidenceKind.values()), person);
            if (!readable.isEmpty()) {
                found.put(cycle, readable);
            }
        }
        return found;
    }

    /** In the order in which they were brought. */
    @Transactional(readOnly = true)
    public List<Evidence> ofCycle(String cycle, Set<EvidenceKind> kinds, String person) {
        return readable(pieces.of(Dossier.ofCycle(cycle), kinds), people.groupsOf(person))
                .toList();
    }

    /** By nomination, the newest first. */
    @Transactional(readOnly = true)
    public Map<String, List<Evidence>> ofNominations(Set<EvidenceKind> kinds, int most, String person) {
        return readable(pieces.ofNominations(kinds, most), people.groupsOf(person))
                .collect(groupingBy(piece -> piece.dossier().nomination(), LinkedHashMap::new, toList()));
    }

    /** Of the nominations that a unit answers for, by nomination. */
    @Transactional(readOnly = true)
    public Map<String, List<Evidence>> ofUnit(String unit, EvidenceKind kind, String person) {
        return readable(pieces.ofNominations(unit, kind), people.groupsOf(person))
                .collect(groupingBy(piece -> piece.dossier().nomination()));
    }

    /** Empty where there is no such paper, or none for this person. Who takes one away that tells of a unit's people is recorded. */
    @Transactional
    public Optional<Evidence> take(String id, String person) {
        Set<String> groups = people.groupsOf(person);
        Optional<Evidence> paper = pieces.find(id)
                .filter(piece -> !piece.dossier().isOfUnit())
                .filter(piece -> readership.mayRead(piece.dossier(), piece.kind(), groups));
        paper.filter(piece -> piece.dossier().isOfNomination() && !Groups.areAt(piece.unit(), groups))
                .ifPresent(piece -> trail.record(AuditEvent.of("evidence.read")
                        .by(person)
                        .of(piece.cycle(), piece.unit())
                        .about(piece.id())));
        return paper;
    }

    private record Shelf(Dossier dossier, EvidenceKind kind) {}

    /** Asks once for what lies together. */
    private Stream<Evidence> readable(List<Evidence> found, Set<String> groups) {
        Map<Shelf, Boolean> asked = new HashMap<>();
        return found.stream()
                .filter(piece -> asked.computeIfAbsent(
                        new Shelf(piece.dossier(), piece.kind()),
                        shelf -> readership.mayRead(shelf.dossier(), shelf.kind(), groups)));
    }
}
