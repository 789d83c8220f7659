package nepsong.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a score follows from what was counted.
 *
 * @param deduction points that one fault costs, in quarters; 0 for a ratio
 * @param zeroBelow per cent below which a ratio earns nothing; 0 where every part counts
 */
public record Measure(Kind kind, BigDecimal deduction, int zeroBelow) {

    public enum Kind {
        /** What meets the criterion ÷ what ought to × the maximum. */
        RATIO,
        /** The maximum, less something for each fault. */
        FAULTS
    }

    private static final BigDecimal STEPS_IN_A_POINT = BigDecimal.valueOf(4);
    private static final int HUNDRED = 100;

    public Measure {
        deduction = deduction.setScale(2);
    }

    public static Measure ratio(int zeroBelow) {
        return new Measure(Kind.RATIO, BigDecimal.ZERO, zeroBelow);
    }

    public static Measure faults(BigDecimal deduction) {
        return new Measure(Kind.FAULTS, deduction, 0);
    }

    /**
     * In quarters of a point, half-up.
     *
     * @param counted of a ratio what meets the criterion, otherwise the faults
     * @param total   of a ratio what ought to meet it, at least 1; otherwise not looked at
     */
    public BigDecimal score(BigDecimal max, int counted, int total) {
        if (kind == Kind.FAULTS) {
            return max.subtract(deduction.multiply(BigDecimal.valueOf(counted))).max(BigDecimal.ZERO);
        }
        if ((long) counted * HUNDRED < (long) zeroBelow * total) {
            return BigDecimal.ZERO;
        }
        return max.multiply(STEPS_IN_A_POINT)
                .multiply(BigDecimal.valueOf(counted))
                .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                .divide(STEPS_IN_A_POINT);
    }
}
