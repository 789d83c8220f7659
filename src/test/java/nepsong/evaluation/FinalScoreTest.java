package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.catalogue.UsualParameters;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalScoreTest {

    @ParameterizedTest
    @CsvSource({"85.50,2,0.5,87.00", "99,3,0,100.00", "4,0,10,0.00", "0,0,0,0.00", "100,3,10,93.00", "80.125,0,0,80.13"
    })
    void bonusAndPenaltyMoveTheScoreWithinZeroToAHundred(
            BigDecimal total, BigDecimal bonus, BigDecimal penalty, BigDecimal expected) {
        assertThat(new FinalScore(total, bonus, penalty).value()).isEqualTo(expected);
    }

    @Test
    void pointsAboveTheirLimitAreRefusedWithTheLimit() {
        assertThat(FinalScore.check(new BigDecimal("3.25"), new BigDecimal("10.5"), UsualParameters.values()))
                .containsExactly(
                        Refusal.of("bonus", "Điểm thưởng phải từ 0 đến 3."),
                        Refusal.of("penalty", "Điểm trừ phải từ 0 đến 10."));
        assertThat(FinalScore.check(new BigDecimal("-1"), new BigDecimal("-1"), UsualParameters.values()))
                .hasSize(2);
        assertThat(FinalScore.check(new BigDecimal("3"), BigDecimal.TEN, UsualParameters.values()))
                .isEmpty();
    }

    @Test
    void theLimitsAreTheCycles() {
        ParameterValues limits = UsualParameters.values().with(Map.of(Parameter.HIGHEST_BONUS, new BigDecimal("4.50")));
        assertThat(FinalScore.check(new BigDecimal("4.5"), BigDecimal.ZERO, limits))
                .isEmpty();
        assertThat(FinalScore.check(new BigDecimal("4.75"), BigDecimal.ZERO, limits))
                .containsExactly(Refusal.of("bonus", "Điểm thưởng phải từ 0 đến 4,5."));
    }

    @Test
    void nonsenseIsNoFinalScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FinalScore(BigDecimal.valueOf(50), BigDecimal.valueOf(-4), BigDecimal.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FinalScore(BigDecimal.valueOf(101), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void theGradeIsTheLowestOfTheScoreAndAllCaps() {
        Cap good = new Cap("V10", Grade.GOOD, "Chưa đạt 100% ký cam kết");
        Cap fair = new Cap("V2", Grade.FAIR, "Nộp chậm");

        assertThat(new Grading(Grade.EXCELLENT, List.of()).grade()).isEqualTo(Grade.EXCELLENT);
        assertThat(new Grading(Grade.EXCELLENT, List.of(good, fair)).grade()).isEqualTo(Grade.FAIR);
        assertThat(new Grading(Grade.AVERAGE, List.of(good)).grade()).isEqualTo(Grade.AVERAGE);
        assertThat(new Grading(Grade.EXCELLENT, List.of())
                        .with(ExcellentQuotaPolicy.DEFAULT.cap())
                        .grade())
                .isEqualTo(Grade.GOOD);
    }
}
