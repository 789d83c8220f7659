package nepsong.crossinspection;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import nepsong.evidence.Evidence;
import nepsong.selfassessment.UnitChecklist;

/**
 * Where the catalogue says so, inspectors who take points off show why: with a photo of the criterion, or with that of a
 * finding which they put down under it.
 */
final class VisitPhotoPolicy {

    private VisitPhotoPolicy() {}

    /**
     * @param ofCriteria what the inspectors have brought, by criterion
     * @param ofFindings what they have brought for the findings of the sheet
     */
    static List<Refusal> check(
            UnitChecklist checklist, VisitReport report, List<Evidence> ofCriteria, List<Evidence> ofFindings) {
        Set<String> shown = new HashSet<>(topicsOfPhotos(ofCriteria));
        Set<String> findings = topicsOfPhotos(ofFindings);
        report.findings().stream()
                .filter(finding -> finding.criterion() != null && findings.contains(finding.code()))
                .forEach(finding -> shown.add(finding.criterion()));
        String lacking = report.scores().stream()
                .filter(score -> takesPointsOff(checklist, score) && !shown.contains(score.criterion()))
                .map(CrossScore::criterion)
                .collect(Collectors.joining(", "));
        return lacking.isEmpty()
                ? List.of()
                : List.of(
                        Refusal.of(
                                "criteria",
                                "Tiêu chí chấm dưới điểm tối đa nhưng thiếu tệp minh chứng bắt buộc: " + lacking
                                        + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG chụp khi kiểm tra lên cho từng tiêu chí rồi gửi lại"));
    }

    private static boolean takesPointsOff(UnitChecklist checklist, CrossScore score) {
        BigDecimal points = score.score();
        return !score.notApplicable()
                && points != null
                && checklist.criteria().stream()
                        .anyMatch(criterion -> criterion.photoRequired()
                                && criterion.code().equals(score.criterion())
                                && points.compareTo(criterion.max()) < 0);
    }

    private static Set<String> topicsOfPhotos(List<Evidence> pieces) {
        return pieces.stream()
                .filter(piece -> piece.type().isImage())
                .map(Evidence::topic)
                .collect(toSet());
    }
}
