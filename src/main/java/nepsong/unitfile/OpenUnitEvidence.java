package nepsong.unitfile;

import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.crossinspection.Inspections;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.UnitFiles;
import org.springframework.stereotype.Component;

/** A file that stands on a unit's page, for those who may open it. */
@Component
public class OpenUnitEvidence {

    private final EvidencePieces pieces;
    private final Inspections inspections;
    private final Findings findings;
    private final UnitFileReaders readers;
    private final AuditTrail trail;
    private final UnitFiles files;

    OpenUnitEvidence(
            EvidencePieces pieces,
            Inspections inspections,
            Findings findings,
            UnitFileReaders readers,
            AuditTrail trail,
            UnitFiles files) {
        this.pieces = pieces;
        this.inspections = inspections;
        this.findings = findings;
        this.readers = readers;
        this.trail = trail;
        this.files = files;
    }

    /** Empty where there is no such file of the unit, or none for this person. Looks at another's are recorded. */
    public Optional<Evidence> look(String unit, String id, String person) {
        Optional<Evidence> piece = find(unit, id, person);
        piece.ifPresent(one -> files.looked(person, one.cycle(), unit, "evidence " + one.id()));
        return piece;
    }

    private Optional<Evidence> find(String unit, String id, String person) {
        return pieces.find(id)
                .filter(piece -> piece.dossier().isOfUnit() && piece.unit().equals(unit))
                .filter(piece -> readers.of(piece.cycle(), unit, person)
                        .filter(reader -> reader.mayOpen(piece.kind()))
                        .isPresent())
                .filter(this::isHandedIn);
    }

    /** As {@link #look}; whoever takes another unit's file away is recorded. */
    public Optional<Evidence> take(String unit, String id, String person) {
        Optional<Evidence> piece = find(unit, id, person);
        piece.filter(one -> readers.of(one.cycle(), unit, person)
                        .filter(UnitFileReaders.Reader::own)
                        .isEmpty())
                .ifPresent(one -> trail.record(AuditEvent.of("evidence.read")
                        .by(person)
                        .of(one.cycle(), unit)
                        .about(one.id())));
        return piece;
    }

    /** Whether the person may know where a photo was taken, and have it as it was brought. */
    public boolean mayHaveOriginal(Evidence piece, String person) {
        return readers.of(piece.cycle(), piece.unit(), person)
                .filter(UnitFileReaders.Reader::originals)
                .isPresent();
    }

    /** What inspectors gather is theirs until they hand in their sheet, and the minutes are the secretary's. */
    private boolean isHandedIn(Evidence piece) {
        return switch (piece.kind()) {
            case SELF_ASSESSMENT, CORRECTION, EXPLANATION, APPEAL, SELF_REPORT, APPRAISAL -> true;
            case VISIT ->
                inspections
                        .find(piece.cycle(), piece.unit())
                        .filter(inspection -> inspection.crossSubmittedAt() != null)
                        .isPresent();
            case MINUTES ->
                inspections
                        .find(piece.cycle(), piece.unit())
                        .filter(inspection -> inspection.minutesAt() != null)
                        .isPresent();
            case FINDING ->
                findings.of(piece.cycle(), piece.unit()).stream()
                        .anyMatch(finding -> FindingPhotos.before(finding).equals(piece.topic()));
            default -> false;
        };
    }
}
