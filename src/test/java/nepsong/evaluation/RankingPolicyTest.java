package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingPolicyTest {

    private static final Instant EARLY = Instant.parse("2023-10-02T01:00:00Z");
    private static final Instant LATE = Instant.parse("2023-10-20T01:00:00Z");

    @Test
    void theHigherScoreRanksFirst() {
        assertThat(ranks(unit("a", "80", 0, "90", EARLY), unit("b", "80.01", 9, "10", LATE)))
                .containsExactly("1 b", "2 a");
    }

    @Test
    void equalScoresAreToldApartByFindingsThenGroupDThenSubmission() {
        assertThat(ranks(
                        unit("none", "80", 1, "75", null),
                        unit("late", "80.0", 1, "75.00", LATE),
                        unit("early", "80.00", 1, "75", EARLY),
                        unit("conduct", "80", 1, "75.01", LATE),
                        unit("mended", "80", 0, "10", LATE)))
                .containsExactly("1 mended", "2 conduct", "3 early", "4 late", "5 none");
    }

    @Test
    void whatIsEqualThroughoutSharesTheRankAndTheNextRankIsLeftOut() {
        assertThat(ranks(
                        unit("d", "70", 0, "75", EARLY),
                        unit("c", "80", 1, "75", EARLY),
                        unit("a", "90", 1, "75", EARLY),
                        unit("b", "80.0", 1, "75.0", EARLY)))
                .containsExactly("1 a", "2 b", "2 c", "4 d");
        assertThat(ranks(unit("b", "80", 1, "75", null), unit("a", "80", 1, "75", null)))
                .containsExactly("1 a", "1 b");
    }

    @Test
    void anEmptyBlocHasNoRanks() {
        assertThat(RankingPolicy.rank(List.of())).isEmpty();
    }

    @Test
    void aRankIsOneMoreThanTheNumberOfBetterUnitsInWhateverOrderTheyCome() {
        Random random = new Random(522);
        for (int round = 0; round < 2_000; round++) {
            List<Standing> bloc = IntStream.range(0, random.nextInt(31))
                    .mapToObj(number -> unit(
                            "u" + number,
                            "" + (80 + random.nextInt(3)),
                            random.nextInt(2),
                            "" + (70 + random.nextInt(2)),
                            random.nextInt(3) == 0 ? null : random.nextBoolean() ? EARLY : LATE))
                    .toList();
            List<RankedUnit> ranked = RankingPolicy.rank(bloc);
            for (RankedUnit unit : ranked) {
                long better = bloc.stream()
                        .filter(other -> better(other, unit.standing()))
                        .count();
                assertThat((long) unit.rank()).isEqualTo(better + 1);
            }
            List<Standing> shuffled = new ArrayList<>(bloc);
            Collections.shuffle(shuffled, random);
            assertThat(RankingPolicy.rank(shuffled)).isEqualTo(ranked);
        }
    }

    private static boolean better(Standing one, Standing other) {
        int byScore = one.finalScore().compareTo(other.finalScore());
        if (byScore != 0) {
            return byScore > 0;
        }
        if (one.openFindings() != other.openFindings()) {
            return one.openFindings() < other.openFindings();
        }
        int byConduct = one.groupD().compareTo(other.groupD());
        if (byConduct != 0) {
            return byConduct > 0;
        }
        if (one.submittedAt() == null) {
            return false;
        }
        return other.submittedAt() == null || one.submittedAt().isBefore(other.submittedAt());
    }

    private static List<String> ranks(Standing... bloc) {
        return RankingPolicy.rank(List.of(bloc)).stream()
                .map(unit -> unit.rank() + " " + unit.standing().unit())
                .toList();
    }

    private static Standing unit(String code, String score, int findings, String groupD, Instant submittedAt) {
        return new Standing(code, new BigDecimal(score), findings, new BigDecimal(groupD), submittedAt, Grade.GOOD);
    }
}
