package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.evaluation.FinalScore;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the scorecard of the two real sets, by the weights of each kind of unit, with what is added and taken off. */
class UnitScorePropertyTest {

    private static final int UNITS = 100_000;
    private static final List<Map<CriteriaSet, BigDecimal>> WEIGHTS = List.of(
            Map.of(CriteriaSet.WORKPLACE, BigDecimal.ONE),
            Map.of(CriteriaSet.WORKPLACE, new BigDecimal("0.7"), CriteriaSet.PUBLIC_PLACE, new BigDecimal("0.3")),
            Map.of(CriteriaSet.WORKPLACE, new BigDecimal("0.5"), CriteriaSet.PUBLIC_PLACE, new BigDecimal("0.5")));

    private static final List<Criterion> REAL = new ArrayList<>();

    @BeforeAll
    static void theRealSets() throws IOException {
        try (InputStream stream = UnitScorePropertyTest.class.getResourceAsStream("/catalogue/criteria.csv");
                Reader file = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().get().parse(file)) {
                REAL.add(new Criterion(
                        row.get("code"),
                        row.get("set").equals("workplace") ? CriteriaSet.WORKPLACE : CriteriaSet.PUBLIC_PLACE,
                        row.get("group"),
                        row.get("group_vi"),
                        row.get("text_vi"),
                        row.get("text_en"),
                        new BigDecimal(row.get("max")),
                        row.get("method"),
                        row.get("evidence_vi"),
                        row.get("na_rule").isEmpty() ? null : row.get("na_rule")));
            }
        }
        assertThat(REAL).hasSize(56);
    }

    @Test
    void theFinalScoreIsWhatAPlainCountInWholeNumbersSays() {
        Random random = new Random(1665);
        for (int unit = 0; unit < UNITS; unit++) {
            Map<CriteriaSet, BigDecimal> weights = WEIGHTS.get(unit % WEIGHTS.size());
            UnitChecklist checklist = new UnitChecklist(
                    REAL.stream().filter(one -> weights.containsKey(one.set())).toList(), weights);
            List<Answer> answers = Cards.randomAnswers(checklist.criteria(), random);
            int bonus = random.nextInt(13) * 25;
            int penalty = random.nextInt(41) * 25;

            BigDecimal total = checklist.total(answers);
            BigDecimal score = new FinalScore(total, hundredths(bonus), hundredths(penalty)).value();

            int plain = Math.max(0, Math.min(10_000, naive(checklist, answers) + bonus - penalty));
            if (score.movePointRight(2).intValueExact() != plain) {
                assertThat(score).as("%s %s", weights, answers).isEqualTo(hundredths(plain));
            }
        }
    }

    /** In hundredths; half-up. */
    private static int naive(UnitChecklist checklist, List<Answer> answers) {
        int tenThousandths = 0;
        for (CriteriaSet set : checklist.sets()) {
            int weight = checklist.weights().get(set).movePointRight(2).intValueExact();
            List<Answer> ofTheSet = answers.stream()
                    .filter(answer -> answer.criterion().startsWith(set.prefix()))
                    .toList();
            tenThousandths += weight * NaiveScore.set(checklist.of(set), ofTheSet);
        }
        return (tenThousandths + 50) / 100;
    }

    private static BigDecimal hundredths(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
