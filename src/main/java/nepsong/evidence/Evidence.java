package nepsong.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file that proves one thing.
 *
 * @param topic      code of the criterion, of the paper or of the unit, or id of the finding
 * @param sha256     of the file as it was brought
 * @param shownSha256 of the copy that others see; the same where nothing had to be taken out
 * @param size       bytes, as it was brought
 * @param capture    where and when a photo was taken; null for anything else, and where the photo does not say
 * @param addedBy    id of a person
 * @param addedFor   id of the person in whose place they did it; null where in nobody's
 */
public record Evidence(
        String id,
        Dossier dossier,
        EvidenceKind kind,
        String topic,
        String fileName,
        FileType type,
        long size,
        String sha256,
        String shownSha256,
        Citation citation,
        @Nullable Capture capture,
        Instant addedAt,
        String addedBy,
        @Nullable String addedFor) {

    /** Empty where it belongs to a nomination that no cycle knows of. */
    public String cycle() {
        return dossier.cycle();
    }

    /** Empty where it belongs to a cycle as a whole. */
    public String unit() {
        return dossier.unit();
    }

    public Evidence withFileName(String name) {
        return new Evidence(
                id,
                dossier,
                kind,
                topic,
                name,
                type,
                size,
                sha256,
                shownSha256,
                citation,
                capture,
                addedAt,
                addedBy,
                addedFor);
    }

    public Evidence with(Citation changed) {
        return new Evidence(
                id,
                dossier,
                kind,
                topic,
                fileName,
                type,
                size,
                sha256,
                shownSha256,
                changed,
                capture,
                addedAt,
                addedBy,
                addedFor);
    }

    /** The same file for another topic of the same place. */
    Evidence copiedTo(
            EvidencePlace place,
            EvidencePlace.Topic other,
            String newId,
            Instant now,
            String by,
            @Nullable String onBehalfOf) {
        return new Evidence(
                newId,
                place.dossierOf(other),
                other.adds() == null ? kind : other.adds(),
                other.id(),
                fileName,
                type,
                size,
                sha256,
                shownSha256,
                citation,
                capture,
                now,
                by,
                onBehalfOf);
    }
}
