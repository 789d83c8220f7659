package nepsong.directive;

import java.time.Clock;
import java.util.List;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leader of the department signs, returns or refuses the newest draft. */
@Component
public class DecidePlan {

    private final Plans plans;
    private final PlanReviews reviews;
    private final Clock clock;

    DecidePlan(Plans plans, PlanReviews reviews, Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** @param decision one of those that {@link PlanDecision} names */
    @Transactional
    public List<Refusal> decide(String cycle, String decision, @Nullable String reason, String leader) {
        Plan plan = plans.get(cycle);
        if (!leader.isEmpty() && leader.equals(plan.draftedBy())) {
            return List.of(Refusal.of("decision", "Người soạn kế hoạch không tự ký kế hoạch của mình"));
        }
        reviews.add(cycle, new PlanDecision(plan.round(), decision, reason, leader, clock.instant()));
        return List.of();
    }
}
