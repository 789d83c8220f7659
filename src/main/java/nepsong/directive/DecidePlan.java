package nepsong.directive;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leader of the department signs, returns or refuses the newest draft. */
@Component
public class DecidePlan {

    private final Plans plans;
    private final PlanReviews reviews;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    DecidePlan(Plans plans, PlanReviews reviews, People people, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why the person may not decide, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String leader) {
        return objection(plans.lastDraft(cycle), leader);
    }

    private static Optional<String> objection(LastDraft draft, String leader) {
        return !leader.isEmpty() && leader.equals(draft.draftedBy())
                ? Optional.of("Người soạn kế hoạch không tự ký kế hoạch của mình")
                : Optional.empty();
    }

    /** @param decision one of those that {@link PlanDecision} names */
    @Transactional
    public List<Refusal> decide(String cycle, String decision, @Nullable String reason, String leader) {
        LastDraft draft = plans.lastDraft(cycle);
        Optional<String> objection = objection(draft, leader);
        if (objection.isPresent()) {
            return List.of(Refusal.of("decision", objection.get()));
        }
        reviews.add(cycle, new PlanDecision(draft.round(), decision, reason, leader, clock.instant()));
        if (decision.equals(PlanDecision.RETURNED)) {
            outbox.postAll(people.inGroup(Groups.STANDING_OFFICE).stream()
                    .map(person -> returned(draft, person))
                    .toList());
        }
        return List.of();
    }

    private static Mail returned(LastDraft draft, Person person) {
        return new Mail(
                "directive.returned",
                draft.cycle(),
                draft.round(),
                person,
                "directive.returned",
                Map.of(
                        "cycle",
                        draft.cycle(),
                        "documentTitle",
                        draft.name(),
                        "link",
                        "/camunda/app/tasklist/default/"));
    }
}
