package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nepsong.catalogue.UsualParameters;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class AppraisalPolicyTest {

    @Test
    void anAppraisalThatChangesNothingNeedsNoReason() {
        assertThat(AppraisalPolicy.check(Appraisal.none("2023", "q-ba-dinh"), "Quận Ba Đình", UsualParameters.values()))
                .isEmpty();
    }

    @Test
    void everyChangeNeedsItsReasonAndTheRefusalNamesTheUnit() {
        Appraisal appraisal = new Appraisal(
                "2023",
                "q-ba-dinh",
                BigDecimal.ONE,
                "Tốt",
                BigDecimal.TEN,
                "",
                true,
                false,
                false,
                false,
                false,
                "",
                Grade.GOOD,
                "Lý do chưa đủ năm mươi ký tự",
                null,
                "appraiser1");

        assertThat(AppraisalPolicy.check(appraisal, "Quận Ba Đình", UsualParameters.values()))
                .hasSize(4)
                .allSatisfy(refusal -> assertThat(refusal.row()).isEqualTo("Quận Ba Đình", UsualParameters.values()))
                .extracting(Refusal::reason)
                .anySatisfy(reason -> assertThat(reason).contains("50 ký tự"));
    }

    @Test
    void untrueEvidenceCostsThreePoints() {
        assertThat(AppraisalPolicy.check(untrue("2.75"), "Quận Ba Đình", UsualParameters.values()))
                .containsExactly(
                        Refusal.ofRow("units", "Quận Ba Đình", "Minh chứng không trung thực bị trừ từ 3 điểm."));
        assertThat(AppraisalPolicy.check(untrue("3"), "Quận Ba Đình", UsualParameters.values()))
                .isEmpty();
    }

    private static Appraisal untrue(String penalty) {
        return new Appraisal(
                "2023",
                "q-ba-dinh",
                BigDecimal.ZERO,
                "",
                new BigDecimal(penalty),
                "Một minh chứng không trung thực",
                true,
                false,
                false,
                false,
                false,
                "Ảnh bảng niêm yết là ảnh của trụ sở khác",
                null,
                "",
                null,
                "appraiser1");
    }
}
