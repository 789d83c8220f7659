package nepsong.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import nepsong.catalogue.Criterion;

/**
 * How many points a criterion got, in quarter steps.
 *
 * @param self  what the unit claims; seldom less than the inspectors see
 * @param cross what the inspectors see
 * @param last  what is settled: either of both
 */
public record Marks(BigDecimal self, BigDecimal cross, BigDecimal last) {

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    private static final double SPREAD = 0.18;
    /** Where a unit claims more than inspectors see, and where it does not take that. */
    private static final double OPTIMISM = 0.3;

    private static final double ACCEPTED = 0.6;
    /** All staff have signed, nobody was harassed: what is broken seldom and weighs much. */
    private static final double SELDOM = 0.86;

    /** @param strength the share of the points that the unit is worth, 0 to 1 */
    static Marks of(Criterion criterion, double strength, Random chance) {
        BigDecimal cross = cross(criterion, strength, chance);
        BigDecimal more = chance.nextDouble() < OPTIMISM
                ? quarters(criterion.max().doubleValue() * (0.15 + 0.2 * chance.nextDouble()))
                : BigDecimal.ZERO;
        BigDecimal self = criterion.max().min(cross.add(more));
        return new Marks(self, cross, chance.nextDouble() < ACCEPTED ? self : cross);
    }

    private static BigDecimal cross(Criterion criterion, double strength, Random chance) {
        double luck = chance.nextDouble();
        if (criterion.code().equals("CS-D5") || criterion.code().equals("CS-B2") && strength > SELDOM) {
            return criterion.max();
        }
        if (criterion.method().startsWith("BOOL")) {
            return luck < strength + SPREAD / 2 ? criterion.max() : BigDecimal.ZERO;
        }
        double share = Math.min(1, strength + SPREAD * (luck - 0.5));
        return quarters(criterion.max().doubleValue() * share).min(criterion.max());
    }

    private static BigDecimal quarters(double points) {
        return BigDecimal.valueOf(points)
                .multiply(QUARTERS)
                .setScale(0, RoundingMode.HALF_UP)
                .divide(QUARTERS, 2, RoundingMode.UNNECESSARY);
    }

    public boolean contested() {
        return self.compareTo(cross) > 0;
    }

    /** Where the unit takes what the inspectors saw. */
    Marks agreed() {
        return new Marks(self, cross, cross);
    }
}
