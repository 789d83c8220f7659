package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office records the team, as the decision that set it up names it. */
@Component
public class SetUpTeam {

    private final Plans plans;
    private final Teams teams;
    private final People people;
    private final Clock clock;

    SetUpTeam(Plans plans, Teams teams, People people, Clock clock) {
        this.plans = plans;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    /** @param charged ids of the people for whom a duty of their own was typed, members or not */
    @Transactional
    public List<Refusal> setUp(Team team, Collection<String> charged, String setUpBy) {
        Plan plan = plans.get(team.cycle());
        List<Refusal> refusals =
                new ArrayList<>(TeamPolicy.judge(team, plan.draftedOn(), LocalDate.now(clock), lastDay(plan)));
        refusals.addAll(TeamPolicy.judgeDuties(
                team,
                charged.stream().map(people::find).flatMap(Optional::stream).toList()));
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
