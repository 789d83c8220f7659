package nepsong.commendation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The money that goes with an award.
 *
 * @param multiple   of the base salary
 * @param baseSalary đồng a month, as in force on the day of the decision
 */
public record Prize(BigDecimal multiple, long baseSalary) {

    private static final BigDecimal STEP = BigDecimal.valueOf(10_000);

    /** In đồng, rounded up to whole tens of thousands, as the decree on awards has it. */
    public long amount() {
        return multiple.multiply(BigDecimal.valueOf(baseSalary))
                .divide(STEP, 0, RoundingMode.CEILING)
                .multiply(STEP)
                .longValueExact();
    }
}
