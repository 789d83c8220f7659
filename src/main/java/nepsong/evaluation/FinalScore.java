package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;

/**
 * A unit's total with what was added and taken off.
 *
 * @param total   0 to 100, after the weights of the sets
 * @param bonus   0 to 3 points
 * @param penalty 0 to 10 points
 */
public record FinalScore(BigDecimal total, BigDecimal bonus, BigDecimal penalty) {

    public static final BigDecimal HIGHEST_BONUS = BigDecimal.valueOf(3);
    public static final BigDecimal HIGHEST_PENALTY = BigDecimal.TEN;

    /** @throws IllegalArgumentException where {@link #check} refuses the points, or the total is no score */
    public FinalScore {
        Percent.check("total", total);
        if (!check(bonus, penalty).isEmpty()) {
            throw new IllegalArgumentException("bonus or penalty out of bounds");
        }
    }

    /** For the fields {@code bonus} and {@code penalty}. */
    public static List<Refusal> check(BigDecimal bonus, BigDecimal penalty) {
        List<Refusal> refusals = new ArrayList<>();
        if (bonus.signum() < 0 || bonus.compareTo(HIGHEST_BONUS) > 0) {
            refusals.add(Refusal.of("bonus", "Điểm thưởng phải từ 0 đến %s.".formatted(HIGHEST_BONUS)));
        }
        if (penalty.signum() < 0 || penalty.compareTo(HIGHEST_PENALTY) > 0) {
            refusals.add(Refusal.of("penalty", "Điểm trừ phải từ 0 đến %s.".formatted(HIGHEST_PENALTY)));
        }
        return List.copyOf(refusals);
    }

    /** total + bonus − penalty within 0.00 to 100.00, half-up. */
    public BigDecimal value() {
        return total.add(bonus)
                .subtract(penalty)
                .max(BigDecimal.ZERO)
                .min(Percent.HUNDRED)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
