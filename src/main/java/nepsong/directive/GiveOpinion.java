package nepsong.directive;

import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who was asked says what they think of the newest draft. */
@Component
public class GiveOpinion {

    private final Plans plans;
    private final PlanReviews reviews;

    GiveOpinion(Plans plans, PlanReviews reviews) {
        this.plans = plans;
        this.reviews = reviews;
    }

    @Transactional
    public List<Refusal> give(String cycle, PlanOpinion opinion) {
        int round = plans.lastDraft(cycle).round();
        boolean spoken = reviews.opinions(cycle, round).stream()
                .anyMatch(other -> other.givenBy().equals(opinion.givenBy()));
        if (spoken && !opinion.givenBy().isEmpty()) {
            return List.of(
                    Refusal.of("", "Bạn đã cho ý kiến về bản dự thảo này; mỗi người cho ý kiến một lần cho mỗi bản"));
        }
        reviews.add(cycle, round, opinion);
        return List.of();
    }
}
