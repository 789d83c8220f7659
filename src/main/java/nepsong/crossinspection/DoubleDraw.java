package nepsong.crossinspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which of a bloc's units are inspected a second time. Whoever knows the seed of the bloc's pairing can draw them again.
 */
final class DoubleDraw {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DoubleDraw() {}

    /**
     * The share of the bloc, rounded to whole units: of three units none is drawn by a tenth, of five one.
     *
     * @return codes, ordered
     */
    static List<String> of(List<String> units, long seed, BigDecimal percent) {
        int drawn = percent.multiply(BigDecimal.valueOf(units.size()))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .intValueExact();
        List<String> shuffled = new ArrayList<>(units);
        Collections.sort(shuffled);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, drawn).stream().sorted().toList();
    }
}
