package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nepsong.catalogue.Criterion;
import org.junit.jupiter.api.Test;

class ScoringPropertyTest {

    @Test
    void aHundredThousandRandomCardsScoreWithinBoundsInAnyOrderAndAsTheNaiveCountSays() {
        Random random = new Random(20231128);
        for (int card = 0; card < 100_000; card++) {
            List<Criterion> criteria = Cards.randomCriteria(random);
            List<Answer> answers = Cards.randomAnswers(criteria, random);

            SetScore score = SetScore.of(criteria, answers);

            within(score.score());
            score.groups().values().forEach(ScoringPropertyTest::within);
            same(score.score(), NaiveScore.set(criteria, answers), criteria, answers);
            Map<String, Integer> groups = new HashMap<>();
            score.groups().forEach((group, percent) -> groups.put(group, hundredths(percent)));
            if (!groups.equals(NaiveScore.groups(criteria, answers))) {
                assertThat(groups).as("%s", answers).isEqualTo(NaiveScore.groups(criteria, answers));
            }
            inAnyOrder(score, criteria, answers, random);
        }
    }

    @Test
    void aGoodCardIsNotRefusedAndEveryBadRowIs() {
        Random random = new Random(1665);
        int good = 0;
        for (int card = 0; card < 20_000; card++) {
            List<Criterion> criteria = Cards.randomCriteria(random);
            List<Answer> answers = Cards.randomAnswers(criteria, random);
            boolean accepted = ScoringPolicy.check(criteria, answers, true).isEmpty();
            boolean counted = criteria.stream().allMatch(one -> ScoringPolicy.refusal(
                                    one,
                                    answers.stream()
                                            .filter(answer -> answer.criterion().equals(one.code()))
                                            .toList())
                            .isEmpty())
                    && answers.stream().noneMatch(answer -> answer.criterion().equals("Z9"));
            if (accepted != counted) {
                assertThat(accepted).as("%s", answers).isEqualTo(counted);
            }
            good += accepted ? 1 : 0;
        }
        assertThat(good).isGreaterThan(1_000);
    }

    private static void inAnyOrder(SetScore score, List<Criterion> criteria, List<Answer> answers, Random random) {
        List<Answer> shuffledAnswers = new ArrayList<>(answers);
        Collections.shuffle(shuffledAnswers, random);
        List<Criterion> shuffledCriteria = new ArrayList<>(criteria);
        Collections.shuffle(shuffledCriteria, random);
        SetScore shuffled = SetScore.of(shuffledCriteria, shuffledAnswers);
        if (!shuffled.score().equals(score.score()) || !shuffled.groups().equals(score.groups())) {
            assertThat(shuffled).as("%s", answers).isEqualTo(score);
        }
        if (random.nextInt(10) > 0) {
            return;
        }
        boolean sameRefusals = new HashSet<>(ScoringPolicy.check(criteria, answers, false))
                .equals(new HashSet<>(ScoringPolicy.check(shuffledCriteria, shuffledAnswers, false)));
        if (!sameRefusals) {
            assertThat(sameRefusals).as("%s", answers).isTrue();
        }
    }

    private static void within(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() != 2) {
            assertThat(percent).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    private static void same(BigDecimal score, int naive, List<Criterion> criteria, List<Answer> answers) {
        if (hundredths(score) != naive) {
            assertThat(hundredths(score)).as("%s %s", criteria, answers).isEqualTo(naive);
        }
    }

    private static int hundredths(BigDecimal percent) {
        return percent.movePointRight(2).intValueExact();
    }
}
