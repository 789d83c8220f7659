package nepsong.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides a unit's rank in its bloc.
 *
 * @param unit         the unit's code
 * @param finalScore   0 to 100
 * @param openFindings not yet closed
 * @param groupD       percentage of group D, conduct
 * @param submittedAt  of the self-assessment; null where none came
 * @param grade        by score and caps, before the quota
 */
public record Standing(
        String unit,
        BigDecimal finalScore,
        int openFindings,
        BigDecimal groupD,
        @Nullable Instant submittedAt,
        Grade grade) {}
