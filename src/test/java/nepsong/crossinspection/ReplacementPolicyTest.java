package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may inspect in the place of a unit that cannot come. */
class ReplacementPolicyTest {

    private static final int CASES = 2_000;
    private static final List<String> RING = List.of("a", "b", "c", "d", "e");

    @Test
    void whoeverIsLetInKeepsEveryRuleAndWhoeverIsKeptOutWouldBreakOne() {
        Random random = new Random(2023);
        int letIn = 0;
        int keptOut = 0;
        for (int k = 0; k < CASES; k++) {
            PairingRequest bloc = RandomBlocs.bloc(random, 3 + random.nextInt(12));
            List<Pair> pairs = new ArrayList<>(new PairingPolicy().pair(bloc).pairs());
            for (int more = 0; !pairs.isEmpty() && more < bloc.units().size(); more++) {
                Pair replaced = pairs.get(random.nextInt(pairs.size()));
                ReplacementPolicy policy = new ReplacementPolicy(replaced, pairs, bloc);
                List<String> others = policy.inOrder();
                assertThat(others)
                        .as("case %d: everybody else, each once", k)
                        .doesNotHaveDuplicates()
                        .hasSize(bloc.units().size() - 2)
                        .doesNotContain(replaced.inspecting(), replaced.inspected());
                List<Pair> next = pairs;
                for (String unit : others) {
                    List<Pair> after = with(unit, replaced, pairs);
                    boolean may = policy.objection(unit).isEmpty();
                    assertThat(keepsTheRules(after, bloc))
                            .as("case %d: %s for %s in %s", k, unit, replaced, bloc)
                            .isEqualTo(may);
                    if (may && (next == pairs || random.nextInt(4) == 0)) {
                        next = after;
                    }
                    letIn += may ? 1 : 0;
                    keptOut += may ? 0 : 1;
                }
                pairs = next;
            }
        }
        assertThat(letIn).as("both kinds occur").isGreaterThan(CASES);
        assertThat(keptOut).as("both kinds occur").isGreaterThan(CASES);
    }

    private static List<Pair> with(String unit, Pair replaced, List<Pair> pairs) {
        List<Pair> after = new ArrayList<>(pairs);
        after.set(pairs.indexOf(replaced), new Pair(unit, replaced.inspected()));
        return after;
    }

    private static boolean keepsTheRules(List<Pair> pairs, PairingRequest bloc) {
        Set<Pair> all = new HashSet<>(pairs);
        Set<String> inspected = new HashSet<>();
        return pairs.stream()
                .allMatch(pair -> PairingRules.whyForbidden(pair.inspecting(), pair.inspected(), bloc)
                                .isEmpty()
                        && !all.contains(pair.reversed())
                        && inspected.add(pair.inspected())
                        && Collections.frequency(
                                        pairs.stream().map(Pair::inspecting).toList(), pair.inspecting())
                                <= 2);
    }

    @Test
    void theNextAlongTheChainIsAskedFirst() {
        ReplacementPolicy policy = new ReplacementPolicy(new Pair("a", "b"), ring(RING), bloc(RING));
        assertThat(policy.inOrder()).containsExactly("c", "d", "e");
        assertThat(policy.objection("c"))
                .hasValueSatisfying(why -> assertThat(why).contains("lẫn nhau"));
        assertThat(policy.objection("d")).isEmpty();
        assertThat(policy.objection("a"))
                .hasValueSatisfying(why -> assertThat(why).contains("đang là"));
        assertThat(policy.objection("b"))
                .hasValueSatisfying(why -> assertThat(why).contains("không tự kiểm tra"));
        assertThat(policy.objection("elsewhere"))
                .hasValueSatisfying(why -> assertThat(why).contains("không thuộc khối"));
    }

    @Test
    void unitsOfAnotherRingComeLastAndInTheOrderOfTheBloc() {
        List<Pair> pairs = Stream.concat(ring(List.of("a", "b", "c")).stream(), ring(List.of("z", "y", "x")).stream())
                .toList();
        ReplacementPolicy policy =
                new ReplacementPolicy(new Pair("a", "b"), pairs, bloc(List.of("z", "a", "x", "b", "y", "c")));
        assertThat(policy.inOrder()).containsExactly("c", "z", "x", "y");
    }

    @Test
    void aUnitInspectsTwoAndNoThird() {
        List<Pair> once = with("d", new Pair("a", "b"), ring(RING));
        Pair another = new Pair("e", "a");
        assertThat(new ReplacementPolicy(another, once, bloc(RING)).objection("d"))
                .contains("đã được giao kiểm tra 2 đơn vị");
        assertThat(new ReplacementPolicy(new Pair("c", "d"), once, bloc(RING)).objection("a"))
                .as("who was excused may stand in elsewhere")
                .isEmpty();
    }

    @Test
    void inABlocOfThreeNobodyCan() {
        List<String> three = List.of("a", "b", "c");
        ReplacementPolicy policy = new ReplacementPolicy(new Pair("a", "b"), ring(three), bloc(three));
        assertThat(policy.inOrder()).containsExactly("c").noneMatch(unit -> policy.objection(unit)
                .isEmpty());
    }

    @Test
    void whatSpeaksAgainstAUnitIsSaid() {
        PairingCost far = new PairingCost() {
            @Override
            public int of(String inspecting, String inspected) {
                return inspecting.equals("d") ? 3 : 0;
            }

            @Override
            public List<String> reasons(String inspecting, String inspected) {
                return List.of("cách nhau khoảng 40 km");
            }
        };
        PairingRequest bloc =
                new PairingRequest("khoi-1", RING, Map.of(), Set.of(new Pair("b", "e")), Set.of(), far, 1);
        ReplacementPolicy policy = new ReplacementPolicy(new Pair("a", "b"), ring(RING), bloc);
        assertThat(policy.warnings("d")).containsExactly("“d” kiểm tra “b” có 3 điểm bất lợi: cách nhau khoảng 40 km.");
        assertThat(policy.warnings("e")).containsExactly("“e” kiểm tra “b” là đảo chiều một cặp của hai kỳ gần nhất.");
    }

    private static List<Pair> ring(List<String> units) {
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < units.size(); k++) {
            pairs.add(new Pair(units.get(k), units.get((k + 1) % units.size())));
        }
        return pairs;
    }

    private static PairingRequest bloc(List<String> units) {
        return new PairingRequest("khoi-1", units, Map.of(), Set.of(), Set.of(), PairingCost.NONE, 1);
    }
}
