package nepsong.directive;

import java.util.List;
import java.util.Optional;

/** What was said and decided about each draft of a plan; nothing of it is ever changed. */
public interface PlanReviews {

    /** About one draft, in the order in which they were given. */
    List<PlanOpinion> opinions(String cycle, int round);

    /** About the newest draft that was decided on. */
    Optional<PlanDecision> lastDecision(String cycle);

    /** Agencies whose members are asked about a draft, in their order; empty for any other member. */
    List<Optional<String>> opinionSeats();

    void add(String cycle, int round, PlanOpinion opinion);

    void add(String cycle, PlanDecision decision);
}
