package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office records the team, as the decision that set it up names it. */
@Component
public class SetUpTeam {

    private final Plans plans;
    private final Teams teams;
    private final Clock clock;

    SetUpTeam(Plans plans, Teams teams, Clock clock) {
        this.plans = plans;
        this.teams = teams;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> setUp(Team team, String setUpBy) {
        Plan plan = plans.get(team.cycle());
        List<Refusal> refusals = TeamPolicy.judge(team, plan.draftedOn(), LocalDate.now(clock), lastDay(plan));
        if (refusals.isEmpty()) {
            teams.add(team, setUpBy);
        }
        return refusals;
    }

    /** A cycle may run late, but not beyond the year in which its plan ends. */
    private static LocalDate lastDay(Plan plan) {
        LocalDate end = plan.milestones().stream()
                .map(Milestone::to)
                .max(Comparator.naturalOrder())
                .orElse(plan.draftedOn());
        return LocalDate.of(end.getYear(), Month.DECEMBER, 31);
    }
}
