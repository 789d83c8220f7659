package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class AppraisalPolicyTest {

    @Test
    void anAppraisalThatChangesNothingNeedsNoReason() {
        assertThat(AppraisalPolicy.check(Appraisal.none("2023", "q-ba-dinh"), "Quận Ba Đình"))
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

        assertThat(AppraisalPolicy.check(appraisal, "Quận Ba Đình"))
                .hasSize(4)
                .allSatisfy(refusal -> assertThat(refusal.row()).isEqualTo("Quận Ba Đình"))
                .extracting(Refusal::reason)
                .anySatisfy(reason -> assertThat(reason).contains("50 ký tự"));
    }
}
