package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nepsong.evaluation.GradingPolicy.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GradingPolicyTest {

    private static final Cap LATE = new Cap("V2", Grade.FAIR, "Nộp chậm");

    private final GradingPolicy policy = new GradingPolicy(new Tables(), ExcellentQuotaPolicy.DEFAULT);

    @Test
    void aVetoLowersWhatTheScoreEarnsAndTheResultKeepsBoth() {
        Result result =
                policy.grade("khoi-1", List.of(unit("a", "95", 6, null))).get(0);

        assertThat(result.gradeByScore()).isEqualTo(Grade.EXCELLENT);
        assertThat(result.grade()).isEqualTo(Grade.FAIR);
        assertThat(result.caps()).containsExactly(LATE);
    }

    @Test
    void aCapThatIsNoLowerThanWhatWasEarnedLimitsNothing() {
        Result held = policy.grade("khoi-1", List.of(unit("a", "95", 6, null))).get(0);
        Result fair = policy.grade("khoi-1", List.of(unit("a", "70", 6, null))).get(0);
        Result adjusted =
                policy.grade("khoi-1", List.of(unit("a", "70", 6, Grade.GOOD))).get(0);

        assertThat(held.effectiveCaps()).containsExactly(LATE);
        assertThat(fair.caps()).as("the condition holds all the same").containsExactly(LATE);
        assertThat(fair.effectiveCaps()).isEmpty();
        assertThat(adjusted.earned()).isEqualTo(Grade.GOOD);
        assertThat(adjusted.effectiveCaps()).containsExactly(LATE);
    }

    @Test
    void anAdjustedGradeStandsInForTheScoresButNoVetoGivesWayToIt() {
        assertThat(policy.grade(unit("a", "70", 0, Grade.GOOD)).grade()).isEqualTo(Grade.GOOD);
        assertThat(policy.grade(unit("a", "70", 6, Grade.GOOD)).grade()).isEqualTo(Grade.FAIR);
        assertThat(policy.grade(unit("a", "95", 0, Grade.AVERAGE)).grade()).isEqualTo(Grade.AVERAGE);
    }

    @Test
    void onlyAFifthOfABlocIsExcellentAndTheOthersAreToldWhy() {
        List<Result> results = policy.grade(
                "khoi-1",
                List.of(
                        unit("a", "91", 0, null),
                        unit("b", "97", 0, null),
                        unit("c", "80", 0, null),
                        unit("d", "60", 0, null)));

        assertThat(results).extracting(Result::unit).containsExactly("b", "a", "c", "d");
        assertThat(results).extracting(Result::rank).containsExactly(1, 2, 3, 4);
        assertThat(results)
                .extracting(Result::grade)
                .containsExactly(Grade.EXCELLENT, Grade.GOOD, Grade.GOOD, Grade.AVERAGE);
        assertThat(results.get(1).caps()).extracting(Cap::code).containsExactly("QUOTA");
    }

    @Test
    void theOrderOfTheUnitsChangesNothing() {
        List<Candidate> bloc = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            bloc.add(unit("u" + i, String.valueOf(50 + i * 7 % 50), i % 8, null));
        }
        List<Result> first = policy.grade("khoi-1", bloc);
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(bloc, random);
            assertThat(policy.grade("khoi-1", bloc)).isEqualTo(first);
        }
    }

    private static Candidate unit(String unit, String total, int lateDays, @Nullable Grade adjusted) {
        Appraisal none = Appraisal.none("2023", unit);
        return new Candidate(
                new GradedFacts(unit, Instant.EPOCH, lateDays, 0, 0, 0, false, true),
                new UnitScores(
                        null, null, new BigDecimal(total), new TreeMap<>(Map.of("CS-D", new BigDecimal(total))), true),
                new Appraisal(
                        "2023",
                        unit,
                        none.bonus(),
                        "",
                        none.penalty(),
                        "",
                        false,
                        false,
                        false,
                        false,
                        false,
                        "",
                        adjusted,
                        "",
                        adjusted == null ? null : true,
                        "appraiser1"));
    }

    /** Of the real tables only what these tests need; each of their rows has its own case elsewhere. */
    private static final class Tables implements GradeTables {

        @Override
        public Grade byScore(BigDecimal score) {
            int points = score.intValue();
            return points >= 90
                    ? Grade.EXCELLENT
                    : points >= 80 ? Grade.GOOD : points >= 65 ? Grade.FAIR : points >= 50 ? Grade.AVERAGE : Grade.POOR;
        }

        @Override
        public List<Cap> caps(CapFacts facts) {
            return facts.workingDaysLate() > 5 ? List.of(LATE) : List.of();
        }
    }
}
