package nepsong.evaluation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.ParameterValues;
import nepsong.catalogue.UsualParameters;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.PointCause;
import nepsong.evaluation.PointItem;
import nepsong.evaluation.PointItems;
import org.junit.jupiter.api.Test;

/** The causes for points and the conditions that cap a grade, as a form of today and one of before hand them in. */
class AppraisedRowTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String NOTE = "Ảnh bảng niêm yết là ảnh của trụ sở khác";

    @Test
    void untrueEvidenceThatCapsTheGradeCostsPointsByItselfAndOnlyOnce() {
        FormData ticked = row(Map.of("evidenceUntrue", true, "vetoNote", NOTE));
        assertThat(PointRows.read(List.of(), List.of(ticked)))
                .extracting(PointItem::unit, PointItem::cause, PointItem::times, PointItem::reason)
                .containsExactly(tuple(UNIT, PointCause.EVIDENCE_UNTRUE, 1, NOTE));
        assertThat(PointRows.read(List.of(untrue(2)), List.of(ticked)))
                .extracting(PointItem::times)
                .containsExactly(2);
        assertThat(appraised(ticked).penalty()).isEqualByComparingTo("3");
    }

    @Test
    void untrueEvidenceThatCostsPointsCapsTheGrade() {
        Appraisal appraisal = AppraisedRow.read(
                task(), row(Map.of()), new PointItems(PointRows.read(List.of(untrue(1)), List.of()), rules()));
        assertThat(appraisal.evidenceUntrue()).isTrue();
        assertThat(appraisal.vetoNote()).isEqualTo(NOTE);
        assertThat(appraisal.penalty()).isEqualByComparingTo("3");
        assertThat(appraisal.penaltyReason()).startsWith("Minh chứng không trung thực (−3): " + NOTE);
    }

    @Test
    void aFormOfBeforeHandsInTwoNumbersWithTheirReasons() {
        FormData before = row(Map.of(
                "bonus",
                new BigDecimal("0.5"),
                "bonusReason",
                "Được khen",
                "penalty",
                new BigDecimal("3.5"),
                "penaltyReason",
                "Nộp chậm, minh chứng sai",
                "evidenceUntrue",
                true,
                "vetoNote",
                NOTE));
        assertThat(PointRows.read(List.of(), List.of(before))).isEmpty();
        Appraisal appraisal = appraised(before);
        assertThat(appraisal.bonus()).isEqualByComparingTo("0.5");
        assertThat(appraisal.bonusReason()).isEqualTo("Được khen");
        assertThat(appraisal.penalty()).isEqualByComparingTo("3.5");
        assertThat(appraisal.penaltyReason()).isEqualTo("Nộp chậm, minh chứng sai");
    }

    private static Appraisal appraised(FormData row) {
        return AppraisedRow.read(task(), row, new PointItems(PointRows.read(List.of(), List.of(row)), rules()));
    }

    private static ParameterValues rules() {
        return UsualParameters.values();
    }

    private static FormData row(Map<String, Object> said) {
        Map<String, Object> row = new LinkedHashMap<>(said);
        row.put("unit", UNIT);
        return new FormData(row);
    }

    private static FormData untrue(int times) {
        return row(Map.of(
                "cause",
                "EVIDENCE_UNTRUE",
                "times",
                BigDecimal.valueOf(times),
                "reason",
                NOTE,
                "evidence",
                "Biên bản đối chiếu"));
    }

    private static FormTask task() {
        return new FormTask(
                "1", "evaluation", "userTask_appraise", "1", "2023", "appraiser1", null, Map.of("cycle", "2023"));
    }
}
