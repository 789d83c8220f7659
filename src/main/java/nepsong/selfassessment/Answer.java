package nepsong.selfassessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one criterion: a score, or that it does not apply and why. It holds what somebody typed, so it may be
 * wrong; {@link ScoringPolicy} says whether it is.
 *
 * @param criterion     the criterion's code
 * @param notApplicable then {@code score} is not looked at
 * @param reason        why it does not apply
 * @param score         points, in quarters
 */
public record Answer(String criterion, boolean notApplicable, @Nullable String reason, @Nullable BigDecimal score) {

    public static Answer scored(String criterion, @Nullable BigDecimal score) {
        return new Answer(criterion, false, null, score);
    }

    public static Answer notApplicable(String criterion, @Nullable String reason) {
        return new Answer(criterion, true, reason, null);
    }
}
