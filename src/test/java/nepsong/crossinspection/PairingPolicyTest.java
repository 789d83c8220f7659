package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairingPolicyTest {

    private static final int CASES = 10_000;
    private static final int LARGE_CASES = 40;

    private final PairingPolicy policy = new PairingPolicy();

    @Test
    void smallBlocsArePairedAsCheaplyAsTryingEverythingWould() {
        Random random = new Random(2023);
        int feasible = 0;
        for (int k = 0; k < CASES; k++) {
            PairingRequest request = RandomBlocs.bloc(random, 3 + random.nextInt(5));
            OptionalInt truth = BruteForce.cheapest(request);
            PairingResult result = policy.pair(request);
            assertThat(result.feasible()).as("case %d: %s", k, request).isEqualTo(truth.isPresent());
            if (truth.isPresent()) {
                feasible++;
                assertThat(result.cost()).as("case %d: %s", k, request).isEqualTo(truth.getAsInt());
                assertThat(result.cheapest()).isTrue();
                keepsTheRules(result.pairs(), request);
            }
        }
        assertThat(feasible).as("both kinds occur").isBetween(CASES / 4, CASES * 3 / 4);
    }

    @Test
    void largerBlocsAreEitherPairedWithoutAViolationOrProvenImpossible() {
        Random random = new Random(2025);
        int feasible = 0;
        for (int k = 0; k < CASES; k++) {
            PairingRequest request = RandomBlocs.bloc(random, 3 + Math.min(random.nextInt(58), random.nextInt(58)));
            PairingProblem problem = PairingProblem.of(request);
            PairingSearch search = new PairingSearch(problem, PairingSearch.EFFORT);
            int[] columns = search.cheapest();
            assertThat(search.proven())
                    .as("case %d of %d units", k, problem.size())
                    .isTrue();
            if (columns != null) {
                feasible++;
                keepsTheRules(pairs(problem, columns), request);
            }
        }
        assertThat(feasible).as("both kinds occur").isBetween(CASES / 2, CASES - 100);
    }

    @Test
    void whereOneIsPermittedItIsFoundHoweverFewThereAre() {
        Random random = new Random(522);
        for (int k = 0; k < CASES / 10; k++) {
            RandomBlocs.Planted planted = RandomBlocs.planted(random, 3 + random.nextInt(58));
            PairingRequest request = planted.request();
            keepsTheRules(List.copyOf(planted.hidden()), request);
            PairingResult result = policy.pair(request);
            assertThat(result.feasible()).as("case %d: %s", k, request).isTrue();
            keepsTheRules(result.pairs(), request);
            assertThat(result.cost())
                    .as("case %d: %s", k, request)
                    .isLessThanOrEqualTo(cost(planted.hidden(), request));
        }
    }

    /** Up to two in five pairs in conflict; in the time of the processor, which a busy machine does not lengthen. */
    @Test
    void twoHundredUnitsArePairedInLessThanTwoSeconds() {
        Random random = new Random(4);
        for (int k = 0; k < LARGE_CASES; k++) {
            PairingRequest request = RandomBlocs.bloc(random, PairingRequest.MOST_UNITS, List.of(0.0, 0.05, 0.2, 0.4));
            long before = processorTime();
            PairingResult result = policy.pair(request);
            assertThat(Duration.ofNanos(processorTime() - before))
                    .as("case %d", k)
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(result.cheapest()).isTrue();
            keepsTheRules(result.pairs(), request);
        }
    }

    @Test
    void theSameSeedGivesTheSameAnswerInWhateverOrderTheUnitsCome() {
        PairingRequest request = free(RandomBlocs.units(22), 7);
        List<String> shuffled = new ArrayList<>(request.units());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(policy.pair(request)).isEqualTo(policy.pair(request));
        assertThat(new HashSet<>(policy.pair(free(shuffled, 7)).pairs()))
                .isEqualTo(new HashSet<>(policy.pair(request).pairs()));
    }

    @Test
    void differentSeedsVaryAmongEquallyCheapPairings() {
        Set<List<Pair>> answers = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            PairingResult result = policy.pair(free(RandomBlocs.units(8), seed));
            assertThat(result.cost()).isZero();
            answers.add(result.pairs());
        }
        assertThat(answers).hasSizeGreaterThan(15);
    }

    @Test
    void aBlocOfTwoIsRefusedWithAReason() {
        PairingResult result = policy.pair(free(List.of("q-ba-dinh", "q-tay-ho"), 1));
        assertThat(result.feasible()).isFalse();
        assertThat(result.infeasible())
                .singleElement()
                .asString()
                .contains("khoi-1", "q-ba-dinh", "q-tay-ho", "kiểm tra lẫn nhau", "ít nhất 3 đơn vị");
    }

    @Test
    void aUnitInConflictWithEverybodyIsNamed() {
        List<String> units = List.of("a", "b", "c", "d", "e");
        PairingResult result = policy.pair(request(
                units,
                Set.of(),
                Set.of(new Pair("c", "a"), new Pair("b", "c"), new Pair("c", "d"), new Pair("e", "c"))));
        assertThat(result.pairs()).isEmpty();
        assertThat(result.infeasible()).hasSize(2);
        assertThat(result.infeasible().get(0)).contains("giới hạn của “c”");
        assertThat(result.infeasible().get(1))
                .startsWith(
                        "“c” không thể kiểm tra bất kỳ đơn vị nào (xung đột lợi ích đã khai báo: “a”, “b”, “d”, “e”);");
    }

    @Test
    void twoUnitsLeftWithOneToInspectAreNamedWithTheRulesThatBlockThem() {
        List<String> units = List.of("a", "b", "c", "d", "e");
        PairingResult result = policy.pair(request(
                units,
                Set.of(new Pair("a", "d"), new Pair("a", "e"), new Pair("b", "d"), new Pair("b", "e")),
                Set.of(new Pair("a", "b"))));
        assertThat(result.infeasible()).hasSize(3);
        assertThat(result.infeasible().get(0)).contains("giới hạn của “a”, “b”");
        assertThat(result.infeasible().get(1) + result.infeasible().get(2))
                .contains("“a” chỉ còn có thể kiểm tra “c”", "“b” chỉ còn có thể kiểm tra “c”")
                .contains("đã là cặp này trong hai kỳ gần nhất: “d”, “e”")
                .contains("xung đột lợi ích đã khai báo: “b”", "xung đột lợi ích đã khai báo: “a”");
    }

    @Test
    void aUnitThatNobodyMayInspectIsNamedAndNotTheOthers() {
        List<String> units = List.of("a", "b", "c", "d", "e");
        PairingResult result = policy.pair(request(
                units,
                Set.of(new Pair("b", "a"), new Pair("c", "a"), new Pair("d", "a"), new Pair("e", "a")),
                Set.of()));
        assertThat(result.infeasible()).hasSize(2);
        assertThat(result.infeasible().get(1))
                .isEqualTo("“a” không thể được kiểm tra bởi bất kỳ đơn vị nào "
                        + "(đã là cặp này trong hai kỳ gần nhất: “b”, “c”, “d”, “e”).");
    }

    @Test
    void twoUnitsThatCouldOnlyInspectEachOtherAreNotPaired() {
        List<String> units = List.of("a", "b", "c", "d", "e");
        Set<Pair> conflicts = Set.of(new Pair("a", "c"), new Pair("a", "d"), new Pair("a", "e"));
        PairingResult result = policy.pair(request(units, Set.of(), conflicts));
        assertThat(result.infeasible()).hasSize(2);
        assertThat(result.infeasible().get(1)).startsWith("“a” chỉ còn có thể kiểm tra “b”");
    }

    @Test
    void aBlocOfThreeTurnsRoundOnceAndIsThenExhausted() {
        List<String> units = List.of("a", "b", "c");
        Set<Pair> first =
                new HashSet<>(policy.pair(request(units, Set.of(), Set.of())).pairs());
        PairingResult second = policy.pair(request(units, first, Set.of()));
        assertThat(second.pairs()).hasSize(3).doesNotContainAnyElementsOf(first);
        assertThat(second.warnings()).anyMatch(warning -> warning.contains("đảo chiều"));
        assertThat(second.cost()).isEqualTo(PairingCost.NONE.loopOfThree());
        first.addAll(second.pairs());
        assertThat(policy.pair(request(units, first, Set.of())).feasible()).isFalse();
    }

    @Test
    void aPairIsNotTurnedRoundWhereAnotherIsAsCheap() {
        List<String> units = RandomBlocs.units(8);
        Set<Pair> previous = new HashSet<>(policy.pair(free(units, 3)).pairs());
        for (long seed = 0; seed < 20; seed++) {
            PairingResult result = policy.pair(
                    new PairingRequest("khoi-1", units, Map.of(), previous, Set.of(), PairingCost.NONE, seed));
            assertThat(result.pairs()).noneMatch(pair -> previous.contains(pair.reversed()) || previous.contains(pair));
        }
    }

    @Test
    void beyondTheLimitOfEffortTheSearchSaysThatNothingIsProven() {
        PairingSearch search = new PairingSearch(PairingProblem.of(free(RandomBlocs.units(30), 1)), -1);
        assertThat(search.cheapest()).isNull();
        assertThat(search.proven()).isFalse();
    }

    @Test
    void aBlocBeyondTheLimitOrWithAUnitTwiceIsNoRequest() {
        assertThatThrownBy(() -> free(RandomBlocs.units(201), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> free(List.of("a", "b", "a"), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Pair> pairs(PairingProblem problem, int[] columns) {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < columns.length; row++) {
            pairs.add(new Pair(problem.units.get(row), problem.units.get(columns[row])));
        }
        return pairs;
    }

    private static void keepsTheRules(List<Pair> pairs, PairingRequest request) {
        assertThat(BruteForce.permits(pairs, request))
                .as("%s of %s", pairs, request)
                .isTrue();
        assertThat(PairingRules.violations(pairs, request)).isEmpty();
    }

    private static int cost(Collection<Pair> pairs, PairingRequest request) {
        Map<String, String> inspectedBy = new HashMap<>();
        pairs.forEach(pair -> inspectedBy.put(pair.inspecting(), pair.inspected()));
        int cost = 0;
        int inLoops = 0;
        for (Pair pair : pairs) {
            cost += request.cost().of(pair.inspecting(), pair.inspected());
            String third = inspectedBy.get(pair.inspected());
            inLoops += pair.inspecting().equals(inspectedBy.get(third)) ? 1 : 0;
        }
        return cost + inLoops / 3 * request.cost().loopOfThree();
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static PairingRequest free(List<String> units, long seed) {
        return new PairingRequest("khoi-1", units, Map.of(), Set.of(), Set.of(), PairingCost.NONE, seed);
    }

    private static PairingRequest request(List<String> units, Set<Pair> previous, Set<Pair> conflicts) {
        return new PairingRequest("khoi-1", units, Map.of(), previous, conflicts, PairingCost.NONE, 1);
    }
}
