package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitSlotsTest {

    @Test
    void noUnitOfABlocHasTwoVisitsInOneHalfDay() {
        Random random = new Random(1);
        for (int size = 3; size < 40; size++) {
            List<Pair> pairs = ring(size, random);
            assertThat(pairs).allSatisfy(one -> assertThat(pairs)
                    .filteredOn(other -> !other.equals(one)
                            && (other.inspecting().equals(one.inspected())
                                    || other.inspected().equals(one.inspecting())))
                    .noneMatch(other ->
                            VisitSlots.slot(pairs, other.inspected()) == VisitSlots.slot(pairs, one.inspected())));
        }
    }

    @Test
    void aUnitThatNobodyPairedIsVisitedInTheFirstMorning() {
        assertThat(VisitSlots.slot(List.of(), "q-ba-dinh")).isZero();
    }

    private static List<Pair> ring(int size, Random random) {
        List<String> units =
                new ArrayList<>(IntStream.range(0, size).mapToObj(n -> "u" + n).toList());
        Collections.shuffle(units, random);
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            pairs.add(new Pair(units.get(n), units.get((n + 1) % size)));
        }
        return pairs;
    }
}
