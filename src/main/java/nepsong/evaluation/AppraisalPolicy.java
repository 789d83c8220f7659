package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nepsong.catalogue.ChangeParameter;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;

/** What an appraisal must give reasons for. The refusals' field is {@code units}, their row the unit's name. */
public final class AppraisalPolicy {

    public static final String FIELD = "units";

    private static final int SHORTEST_REASON = 10;
    private static final int SHORTEST_ADJUSTMENT = 50;

    private AppraisalPolicy() {}

    public static List<Refusal> check(Appraisal appraisal, String unitName, ParameterValues rules) {
        List<String> reasons = new ArrayList<>();
        FinalScore.check(appraisal.bonus(), appraisal.penalty(), rules)
                .forEach(refusal -> reasons.add(refusal.reason()));
        if (appraisal.bonus().signum() > 0 && isShort(appraisal.bonusReason(), SHORTEST_REASON)) {
            reasons.add("Điểm thưởng cần lý do từ %d ký tự.".formatted(SHORTEST_REASON));
        }
        if (appraisal.penalty().signum() > 0 && isShort(appraisal.penaltyReason(), SHORTEST_REASON)) {
            reasons.add("Điểm trừ cần lý do từ %d ký tự.".formatted(SHORTEST_REASON));
        }
        BigDecimal untrue = rules.get(Parameter.EVIDENCE_UNTRUE).min(rules.get(Parameter.HIGHEST_PENALTY));
        if (appraisal.evidenceUntrue() && appraisal.penalty().compareTo(untrue) < 0) {
            reasons.add("Minh chứng không trung thực bị trừ từ %s điểm.".formatted(ChangeParameter.plain(untrue)));
        }
        if (appraisal.claimsVeto() && isShort(appraisal.vetoNote(), SHORTEST_REASON)) {
            reasons.add("Cần ghi căn cứ của điều kiện hạ loại (từ %d ký tự).".formatted(SHORTEST_REASON));
        }
        if (appraisal.adjustedGrade() != null && isShort(appraisal.adjustmentReason(), SHORTEST_ADJUSTMENT)) {
            reasons.add("Điều chỉnh xếp loại cần lý do từ %d ký tự.".formatted(SHORTEST_ADJUSTMENT));
        }
        return reasons.stream()
                .map(reason -> Refusal.ofRow(FIELD, unitName, reason))
                .toList();
    }

    private static boolean isShort(String text, int least) {
        String stripped = text.strip();
        return TypedText.length(stripped) < least;
    }
}
