package nepsong.commendation;

import java.time.Instant;
import nepsong.evaluation.Result;
import org.jspecify.annotations.Nullable;

/**
 * One appraisal by the award office, with what the decision table said to it.
 *
 * @param round from 1; a nomination may be held or supplemented and appraised again
 * @param award the form that may be awarded
 */
public record AwardAppraisal(
        String nomination,
        int round,
        FoundFacts facts,
        @Nullable Result result,
        Eligibility eligibility,
        String reason,
        AwardForm award,
        @Nullable String remark,
        Instant appraisedAt) {}
