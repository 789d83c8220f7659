package nepsong.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Seats;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.directive.Teams;
import nepsong.engine.DemonstrationPeople;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cycle of one bloc whose units are inspected and whose scores are settled, as the stages before leave it. */
@TestComponent
public class ScoredCycle {

    static final String BLOC = "khoi-1";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Cycles cycles;
    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final DemonstrationPeople people;
    private final JdbcClient jdbc;
    private final Teams teams;
    private final Clock clock;

    ScoredCycle(
            Cycles cycles,
            SelfAssessments selfAssessments,
            Scorecards scorecards,
            UnitChecklists checklists,
            DemonstrationPeople people,
            JdbcClient jdbc,
            Teams teams,
            Clock clock) {
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.people = people;
        this.jdbc = jdbc;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * @param shares of the maximum that each unit reached under every criterion, rounded down to quarters
     * @return the cycle's code
     */
    String with(Map<String, String> shares) {
        Map<String, String> names = new LinkedHashMap<>();
        shares.keySet().forEach(unit -> names.put(unit, unit));
        people.seed(names);
        String cycle = "ev-" + NUMBER.incrementAndGet();
        cycles.add(
                new Cycle(cycle, 2023, "Kỳ kiểm tra thử", null, null, Instant.now(clock), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle, 1, 20, List.of(new Bloc(BLOC, "Khối 1", List.copyOf(shares.keySet()))), Map.of()));
        // Of the five whom the role has, four sit in this cycle's team.
        Seats.give(teams, cycle, LocalDate.now(clock), "member1", "member2", "member4", "member5");
        shares.forEach((unit, share) -> score(cycle, unit, new BigDecimal(share)));
        return cycle;
    }

    private void score(String cycle, String unit, BigDecimal share) {
        List<Criterion> criteria = checklists.of(cycle, unit).criteria();
        scorecards.layOut(cycle, unit, criteria.stream().map(Criterion::code).toList());
        for (Criterion criterion : criteria) {
            BigDecimal quarters = criterion.max().multiply(share).multiply(BigDecimal.valueOf(4));
            BigDecimal score = quarters.setScale(0, java.math.RoundingMode.DOWN)
                    .divide(BigDecimal.valueOf(4), 2, java.math.RoundingMode.UNNECESSARY);
            jdbc.sql(
                            """
                            update scorecard_rows
                            set self_not_applicable = false, self_score = ?, cross_not_applicable = false,
                                cross_score = ?, final_not_applicable = false, final_score = ?
                            where cycle = ? and unit = ? and criterion = ?
                            """)
                    .params(score, score, score, cycle, unit, criterion.code())
                    .update();
        }
        selfAssessments.open(cycle, unit);
        selfAssessments.approve(cycle, unit, "", 0);
    }
}
