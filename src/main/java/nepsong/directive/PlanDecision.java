package nepsong.directive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a leader of the department decided about a draft.
 *
 * @param decision {@link #SIGNED}, {@link #RETURNED} or {@link #REFUSED}
 * @param reason   null where the plan was signed
 */
public record PlanDecision(int round, String decision, @Nullable String reason, String decidedBy, Instant decidedAt) {

    public static final String SIGNED = "approve";
    public static final String RETURNED = "return";
    public static final String REFUSED = "refuse";
}
