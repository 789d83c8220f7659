package nepsong.correction;

import java.util.List;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import org.springframework.stereotype.Component;

/** The photos of a finding: as it was found, and after each correction. */
@Component
public class FindingPhotos {

    /** From "xem lại". */
    private static final String SECOND_LOOK = ".XL";

    /** From "xác minh". */
    private static final String VERIFICATION = ".XM";

    private final EvidencePieces evidence;

    FindingPhotos(EvidencePieces evidence) {
        this.evidence = evidence;
    }

    /** What shows it as it was found is filed under this. */
    public static String before(Finding finding) {
        return finding.code();
    }

    /** @param round number of the report that it belongs to */
    public static String after(Finding finding, int round) {
        return finding.code() + "." + round;
    }

    /**
     * What shows it at the second look.
     *
     * @param round number of the report that is looked at again
     */
    public static String again(Finding finding, int round) {
        return after(finding, round) + SECOND_LOOK;
    }

    /**
     * What the secretary saw when the report was verified.
     *
     * @param round number of the report that is verified
     */
    public static String verified(Finding finding, int round) {
        return after(finding, round) + VERIFICATION;
    }

    public static boolean isOfVerification(Evidence piece) {
        return piece.topic().endsWith(VERIFICATION);
    }

    public static boolean isOfSecondLook(Evidence piece) {
        return piece.topic().endsWith(SECOND_LOOK);
    }

    /** Whether there is a photo of what was found. */
    boolean isShownBefore(Finding finding) {
        return has(finding, EvidenceKind.FINDING, before(finding));
    }

    /** The photos for the report that is due. */
    List<Evidence> after(Finding finding) {
        return photos(finding, EvidenceKind.CORRECTION, after(finding, finding.round()));
    }

    /** Whether there is a photo for the second look at the last report. */
    boolean isShownAgain(Finding finding) {
        return has(finding, EvidenceKind.CORRECTION, again(finding, finding.round()));
    }

    private boolean has(Finding finding, EvidenceKind kind, String topic) {
        return !photos(finding, kind, topic).isEmpty();
    }

    private List<Evidence> photos(Finding finding, EvidenceKind kind, String topic) {
        return evidence.of(finding.cycle(), finding.unit(), List.of(kind)).stream()
                .filter(piece -> piece.topic().equals(topic) && piece.type().isImage())
                .toList();
    }

    /** How many pieces there are, in words for a form. */
    public String counted(Finding finding, EvidenceKind kind) {
        long pieces = evidence.of(finding.cycle(), finding.unit(), List.of(kind)).stream()
                .filter(piece ->
                        piece.topic().equals(finding.code()) || piece.topic().startsWith(finding.code() + "."))
                .count();
        return pieces == 0 ? "" : pieces + " tệp trong thẻ “Minh chứng”";
    }
}
