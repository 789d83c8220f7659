package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's wish to have its result looked at again.
 *
 * @param reviewedBy     null until somebody who was not involved has looked at it
 * @param approved       null until the head of team has decided, which is final
 * @param decisionReason empty until then
 */
public record Appeal(
        String cycle,
        String unit,
        String reason,
        String filedBy,
        List<Contested> criteria,
        @Nullable String reviewedBy,
        @Nullable Boolean approved,
        String decisionReason) {

    public Appeal {
        criteria = List.copyOf(criteria);
    }

    /**
     * One criterion whose score is contested.
     *
     * @param score         the settled score; null where the criterion did not apply
     * @param proposedScore of the reviewer; null until reviewed
     * @param reason        of the reviewer
     */
    public record Contested(
            String criterion,
            @Nullable BigDecimal score,
            @Nullable BigDecimal proposedScore,
            @Nullable String reason) {}
}
