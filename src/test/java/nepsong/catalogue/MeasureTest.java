package nepsong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "4, 100, 100, 0, 4",
        "4, 0, 7, 0, 0",
        "4, 5, 8, 0, 2.5",
        "4, 1, 32, 0, 0.25",
        "4, 1, 33, 0, 0",
        "3, 5, 24, 0, 0.75",
        "4, 80, 100, 80, 3.25",
        "4, 79, 100, 80, 0",
        "5, 1000000, 1000000, 100, 5"
    })
    void aRatioEarnsItsPartInQuartersHalfUp(BigDecimal max, int counted, int total, int zeroBelow, BigDecimal score) {
        assertThat(Measure.ratio(zeroBelow).score(max, counted, total)).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 1, 4", "4, 3, 1, 1", "4, 5, 1, 0", "2, 3, 0.5, 0.5", "2, 1000000, 0.5, 0"})
    void everyFaultCostsTheSameAndNothingIsOwed(BigDecimal max, int faults, BigDecimal deduction, BigDecimal score) {
        assertThat(Measure.faults(deduction).score(max, faults, faults)).isEqualByComparingTo(score);
    }
}
