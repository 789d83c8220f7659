package nepsong.selfassessment;

import static nepsong.catalogue.CriteriaSet.PUBLIC_PLACE;
import static nepsong.catalogue.CriteriaSet.WORKPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import nepsong.catalogue.CriteriaSet;
import org.junit.jupiter.api.Test;

class SetWeightsTest {

    private static final SetWeights WEIGHTS = new SetWeights(Map.of(
            "ward", Map.of(WORKPLACE, new BigDecimal("0.5"), PUBLIC_PLACE, new BigDecimal("0.5")),
            "agency", Map.of(WORKPLACE, new BigDecimal("1.0"))));

    @Test
    void aWardCountsBothSetsAndAnAgencyOne() {
        Map<CriteriaSet, BigDecimal> scores =
                Map.of(WORKPLACE, new BigDecimal("80.01"), PUBLIC_PLACE, new BigDecimal("90.00"));

        assertThat(WEIGHTS.unitScore("ward", scores)).isEqualTo(new BigDecimal("85.01"));
        assertThat(WEIGHTS.unitScore("agency", scores)).isEqualTo(new BigDecimal("80.01"));
        assertThat(WEIGHTS.sets("ward")).containsExactlyInAnyOrder(WORKPLACE, PUBLIC_PLACE);
        assertThat(WEIGHTS.sets("agency")).containsExactly(WORKPLACE);
    }

    @Test
    void aSetThatWasNotHandedInCountsNothing() {
        assertThat(WEIGHTS.unitScore("ward", Map.of(WORKPLACE, new BigDecimal("100.00"))))
                .isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetWeights(Map.of("ward", Map.of(WORKPLACE, new BigDecimal("0.9")))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetWeights(Map.of(
                        "ward", Map.of(WORKPLACE, new BigDecimal("1.5"), PUBLIC_PLACE, new BigDecimal("-0.5")))));
        assertThatIllegalArgumentException().isThrownBy(() -> WEIGHTS.sets("village"));
    }
}
