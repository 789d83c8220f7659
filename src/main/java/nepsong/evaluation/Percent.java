package nepsong.evaluation;

import java.math.BigDecimal;

/** The scale on which units are compared. */
final class Percent {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    static void check(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(name + " is not within 0 to 100");
        }
    }
}
