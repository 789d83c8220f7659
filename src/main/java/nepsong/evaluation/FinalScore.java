package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nepsong.catalogue.ChangeParameter;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Refusal;

/**
 * A unit's total with what was added and taken off.
 *
 * @param total   0 to 100, after the weights of the sets
 * @param bonus   points from 0 on; {@link #check} says up to where
 * @param penalty points from 0 on; {@link #check} says up to where
 */
public record FinalScore(BigDecimal total, BigDecimal bonus, BigDecimal penalty) {

    /** @throws IllegalArgumentException where points are below 0, or the total is no score */
    public FinalScore {
        Percent.check("total", total);
        if (bonus.signum() < 0 || penalty.signum() < 0) {
            throw new IllegalArgumentException("bonus or penalty below 0");
        }
    }

    /** For the fields {@code bonus} and {@code penalty}. */
    public static List<Refusal> check(BigDecimal bonus, BigDecimal penalty, ParameterValues limits) {
        List<Refusal> refusals = new ArrayList<>();
        BigDecimal highestBonus = limits.get(Parameter.HIGHEST_BONUS);
        BigDecimal highestPenalty = limits.get(Parameter.HIGHEST_PENALTY);
        if (bonus.signum() < 0 || bonus.compareTo(highestBonus) > 0) {
            refusals.add(Refusal.of(
                    "bonus", "Điểm thưởng phải từ 0 đến %s.".formatted(ChangeParameter.plain(highestBonus))));
        }
        if (penalty.signum() < 0 || penalty.compareTo(highestPenalty) > 0) {
            refusals.add(Refusal.of(
                    "penalty", "Điểm trừ phải từ 0 đến %s.".formatted(ChangeParameter.plain(highestPenalty))));
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
