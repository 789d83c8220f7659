package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is inspected a second time is chance, and the same chance for whoever looks again. */
class DoubleDrawTest {

    private static final BigDecimal TENTH = BigDecimal.TEN;

    @Test
    void aTenthIsDrawnRoundedToWholeUnits() {
        assertThat(drawn(3)).isZero();
        assertThat(drawn(4)).isZero();
        assertThat(drawn(5)).isEqualTo(1);
        assertThat(drawn(8)).isEqualTo(1);
        assertThat(drawn(14)).isEqualTo(1);
        assertThat(drawn(15)).isEqualTo(2);
        assertThat(drawn(200)).isEqualTo(20);
        assertThat(DoubleDraw.of(units(30), 7, BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void theSeedAloneDecidesAndEveryUnitHasItsChance() {
        Set<String> everDrawn = new HashSet<>();
        for (int seed = 0; seed < 1_000; seed++) {
            List<String> shuffled = new ArrayList<>(units(8));
            Collections.shuffle(shuffled, new Random(31L * seed));
            List<String> drawn = DoubleDraw.of(units(8), seed, TENTH);
            assertThat(DoubleDraw.of(shuffled, seed, TENTH)).isEqualTo(drawn).hasSize(1);
            everDrawn.addAll(drawn);
        }
        assertThat(everDrawn).containsExactlyInAnyOrderElementsOf(units(8));
    }

    private static int drawn(int units) {
        return DoubleDraw.of(units(units), 42, TENTH).size();
    }

    private static List<String> units(int count) {
        return IntStream.range(0, count).mapToObj(i -> "unit-" + i).toList();
    }
}
