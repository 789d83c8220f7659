package nepsong.directive;

import java.time.Clock;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office puts a draft before those who are asked about it. */
@Component
public class DraftPlan {

    private final Plans plans;
    private final Clock clock;

    DraftPlan(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** @param content as it was typed; its round and time are set here */
    @Transactional
    public List<Refusal> draft(Plan content) {
        int round = plans.findDraft(content.cycle()).map(LastDraft::round).orElse(0) + 1;
        Plan plan = content.drafted(round, clock.instant());
        List<Refusal> refusals = PlanPolicy.judge(plan);
        if (refusals.isEmpty()) {
            plans.save(plan);
        }
        return refusals;
    }
}
