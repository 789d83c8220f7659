package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's wish to have its result looked at again.
 *
 * @param proposals      of the reviewers, who were not involved and work apart from each other
 * @param approved       null until the head of team has decided, which is final
 * @param decisionReason empty until then
 */
public record Appeal(
        String cycle,
        String unit,
        String reason,
        String filedBy,
        List<Contested> criteria,
        List<Proposal> proposals,
        @Nullable Boolean approved,
        String decisionReason) {

    public Appeal {
        criteria = List.copyOf(criteria);
        proposals = List.copyOf(proposals);
    }

    /**
     * One criterion whose score is contested.
     *
     * @param score the settled score; null where the criterion did not apply
     */
    public record Contested(String criterion, @Nullable BigDecimal score) {}

    /** What one reviewer thinks a contested score should be. */
    public record Proposal(String criterion, String reviewer, BigDecimal score, String reason) {}

    /** What the head of team makes of a contested score. */
    public record Decided(String criterion, BigDecimal score) {}

    public List<Proposal> proposalsFor(String criterion) {
        return proposals.stream()
                .filter(one -> one.criterion().equals(criterion))
                .toList();
    }

    public boolean isReviewedBy(String person) {
        return proposals.stream().anyMatch(one -> one.reviewer().equals(person));
    }
}
