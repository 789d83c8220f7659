package nepsong.crossinspection;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.UnitChecklist;

/**
 * Where the catalogue says so, inspectors who take points off show why: with a photo of the criterion, or with that of a
 * finding which they put down under it. They are asked for it; what is lacking goes into the minutes, where both sides sign.
 */
public final class VisitPhotoPolicy {

    private VisitPhotoPolicy() {}

    /**
     * @param answers of the inspectors
     * @param brought by them, for criteria and for the findings of the sheet
     * @return codes of the criteria without a photo, in the checklist's order
     */
    public static List<String> lacking(
            UnitChecklist checklist, List<Answer> answers, List<VisitFinding> findings, List<Evidence> brought) {
        Set<String> shown = new HashSet<>(topicsOfPhotos(brought, EvidenceKind.VISIT));
        Set<String> seen = topicsOfPhotos(brought, EvidenceKind.FINDING);
        findings.stream()
                .filter(finding -> finding.criterion() != null && seen.contains(finding.code()))
                .forEach(finding -> shown.add(finding.criterion()));
        Set<String> lowered = answers.stream()
                .filter(answer -> takesPointsOff(checklist, answer))
                .map(Answer::criterion)
                .collect(toSet());
        return checklist.criteria().stream()
                .filter(criterion -> criterion.photoRequired() && lowered.contains(criterion.code()))
                .map(criterion -> criterion.code())
                .filter(code -> !shown.contains(code))
                .toList();
    }

    private static boolean takesPointsOff(UnitChecklist checklist, Answer answer) {
        BigDecimal points = answer.score();
        return !answer.notApplicable()
                && points != null
                && points.compareTo(checklist.get(answer.criterion()).max()) < 0;
    }

    private static Set<String> topicsOfPhotos(List<Evidence> pieces, EvidenceKind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind && piece.type().isImage())
                .map(Evidence::topic)
                .collect(toSet());
    }
}
