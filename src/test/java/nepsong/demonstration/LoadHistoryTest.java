package nepsong.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.Campaign;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import nepsong.correction.Findings;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.Pairs;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Grade;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.evaluation.ScoreUnits;
import nepsong.progress.CycleState;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.ReadProgress;
import nepsong.progress.Situation;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.ScoringPolicy;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The demonstration's first day: last year's cycle is there, in agreement with every rule. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:history;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "nepsong.demo-history=true"
        })
@Import({MovableClock.class, Desk.class, Campaign.class})
class LoadHistoryTest {

    private static final String CYCLE = "2022";

    @Autowired
    LoadHistory loading;

    @Autowired
    Cycles cycles;

    @Autowired
    Scorecards scorecards;

    @Autowired
    UnitChecklists checklists;

    @Autowired
    Pairs pairs;

    @Autowired
    Findings findings;

    @Autowired
    Results results;

    @Autowired
    ScoreUnits scores;

    @Autowired
    Nominations nominations;

    @Autowired
    ReadProgress progress;

    @Autowired
    Listings listings;

    @Autowired
    Campaign campaign;

    @Test
    void lastYearsCycleIsThereOnceWithAllUnitsInTheirBlocs() {
        Cycle cycle = cycles.get(CYCLE);
        assertThat(cycle.isOver()).isTrue();
        assertThat(cycles.blocs(CYCLE)).extracting(bloc -> bloc.units().size()).containsExactly(6, 8, 8);
        assertThat(loading.load()).as("never a second time").isFalse();
    }

    @Test
    void everyScorecardIsOneThatTheRulesWouldHaveTaken() {
        Map<String, List<ScorecardRow>> all = scorecards.of(CYCLE);
        assertThat(all).hasSize(22);
        all.forEach((unit, rows) -> {
            UnitChecklist checklist = checklists.of(CYCLE, unit);
            checklist.sets().forEach(set -> {
                var criteria = checklist.of(set);
                var codes = criteria.stream().map(one -> one.code()).collect(Collectors.toSet());
                var own = rows.stream()
                        .filter(row -> codes.contains(row.criterion()))
                        .toList();
                assertThat(ScoringPolicy.check(
                                criteria,
                                own.stream().map(ScorecardRow::selfAnswer).toList(),
                                false))
                        .isEmpty();
                assertThat(ScoringPolicy.check(
                                criteria,
                                own.stream().map(ScorecardRow::crossAnswer).toList(),
                                false))
                        .isEmpty();
            });
        });
    }

    @Test
    void nobodyInspectedItselfOrItsInspector() {
        Set<Pair> all = new HashSet<>(pairs.of(CYCLE));
        assertThat(all).hasSize(22).noneMatch(pair -> all.contains(pair.reversed()));
    }

    @Test
    void gradesAndRanksFollowFromTheScoresAndDiffer() {
        List<Result> graded = results.of(CYCLE);
        assertThat(graded).hasSize(22);
        assertThat(graded.stream().map(Result::grade).distinct())
                .contains(Grade.EXCELLENT, Grade.GOOD, Grade.FAIR)
                .hasSizeGreaterThanOrEqualTo(4);
        for (Bloc bloc : cycles.blocs(CYCLE)) {
            var scored = scores.score(CYCLE, bloc.units());
            assertThat(graded.stream().filter(one -> one.bloc().equals(bloc.code())))
                    .allSatisfy(one -> assertThat(one.totalScore())
                            .isEqualByComparingTo(scored.get(one.unit()).total()))
                    .isSortedAccordingTo((one, other) -> one.rank() - other.rank());
        }
        assertThat(graded).anyMatch(one -> one.penalty().compareTo(BigDecimal.ZERO) > 0);
        assertThat(graded).anyMatch(one -> !one.caps().isEmpty());
    }

    @Test
    void everyFindingWasCorrectedAndAUnitWasCommended() {
        assertThat(findings.of(CYCLE, null))
                .hasSizeGreaterThan(20)
                .allMatch(finding -> finding.closedAt() != null)
                .anyMatch(finding -> finding.reopened() > 0);
        assertThat(nominations.of(CYCLE))
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(Nomination::state)
                .containsOnly(NominationState.AWARDED);
    }

    @Test
    void thePagesOnProgressAreNotEmpty() {
        var read = progress.of(CYCLE).orElseThrow();
        assertThat(read.state()).isEqualTo(CycleState.FINISHED);
        assertThat(read.stages()).allSatisfy(stage -> {
            assertThat(stage.situation()).isEqualTo(Situation.DONE);
            assertThat(stage.done()).isPositive();
            assertThat(stage.open()).isZero();
        });
        for (String listing : List.of(
                "tasks",
                "activities",
                "scores",
                "groups",
                "calibration",
                "ranking",
                "grades",
                "trend",
                "findings",
                "finding-types",
                "nominations")) {
            assertThat(listings.count(listings.find(listing).orElseThrow(), ListingSearch.all(CYCLE)))
                    .as(listing)
                    .isPositive();
        }
    }

    @Test
    void theNextCycleIsThisYearsWithTheSameBlocs() {
        assertThat(campaign.start("office")).isEqualTo("2023");
        campaign.everybodyDoes("draftPlan", "giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");
        assertThat(cycles.blocs("2023")).isEqualTo(cycles.blocs(CYCLE));
    }
}
