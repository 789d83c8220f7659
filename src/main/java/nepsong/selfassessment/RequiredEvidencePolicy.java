package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;

/** Points under a criterion whose evidence the catalogue demands are not taken without a file that proves them. */
final class RequiredEvidencePolicy {

    private RequiredEvidencePolicy() {}

    /** @param pieces of evidence by criterion; one without is left out */
    static List<Refusal> check(UnitChecklist checklist, List<SelfScore> scores, Map<String, Integer> pieces) {
        String lacking = scores.stream()
                .filter(RequiredEvidencePolicy::claimsPoints)
                .map(SelfScore::criterion)
                .filter(criterion -> isRequired(checklist, criterion) && !pieces.containsKey(criterion))
                .collect(Collectors.joining(", "));
        return lacking.isEmpty()
                ? List.of()
                : List.of(Refusal.of(
                        "criteria",
                        "Tiêu chí có điểm nhưng thiếu tệp minh chứng bắt buộc: " + lacking
                                + ". Hãy mở thẻ “Minh chứng”, tải tệp lên cho từng tiêu chí rồi gửi lại"));
    }

    private static boolean claimsPoints(SelfScore score) {
        BigDecimal points = score.score();
        return !score.notApplicable() && points != null && points.signum() > 0;
    }

    private static boolean isRequired(UnitChecklist checklist, String code) {
        return checklist.criteria().stream()
                .anyMatch(criterion -> criterion.code().equals(code) && criterion.evidenceRequired());
    }
}
