package nepsong.crossinspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which unit may take an inspection over from one that cannot come. The rules of the pairing hold but for the number: a
 * unit inspects one, and two where it stands in for another. Who was declared to be in conflict, or was this pair before,
 * stays out even where the pairing of the bloc had to give that up.
 */
public final class ReplacementPolicy {

    static final int MOST_INSPECTED = 2;

    private final Pair replaced;
    private final List<Pair> pairs;
    private final PairingRequest bloc;

    /**
     * @param replaced of the unit that cannot come
     * @param pairs    all that stand in the bloc, the replaced one among them
     */
    ReplacementPolicy(Pair replaced, List<Pair> pairs, PairingRequest bloc) {
        this.replaced = replaced;
        this.pairs = List.copyOf(pairs);
        this.bloc = bloc;
    }

    /**
     * The bloc's other units, the next one first: along the chain of who inspects whom, from the inspected unit on, and
     * then those that the chain does not reach.
     */
    public List<String> inOrder() {
        Set<String> reached = new LinkedHashSet<>(List.of(replaced.inspected()));
        Deque<String> chain = new ArrayDeque<>(reached);
        while (!chain.isEmpty()) {
            String unit = chain.remove();
            pairs.stream()
                    .filter(pair -> pair.inspecting().equals(unit))
                    .map(Pair::inspected)
                    .filter(reached::add)
                    .forEach(chain::add);
        }
        reached.addAll(bloc.units());
        reached.remove(replaced.inspected());
        reached.remove(replaced.inspecting());
        return List.copyOf(reached);
    }

    /** Why the unit may not, in Vietnamese; empty where it may. */
    public Optional<String> objection(String unit) {
        if (unit.equals(replaced.inspecting())) {
            return Optional.of("đang là đơn vị kiểm tra");
        }
        if (!bloc.units().contains(unit)) {
            return Optional.of("không thuộc khối này");
        }
        Optional<String> forbidden = PairingRules.whyForbidden(unit, replaced.inspected(), bloc);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        if (pairs.contains(new Pair(replaced.inspected(), unit))) {
            return Optional.of("do đơn vị này kiểm tra, không kiểm tra lẫn nhau");
        }
        long inspects =
                pairs.stream().filter(pair -> pair.inspecting().equals(unit)).count();
        return inspects < MOST_INSPECTED
                ? Optional.empty()
                : Optional.of("đã được giao kiểm tra %d đơn vị".formatted(inspects));
    }

    /** What speaks against the unit without forbidding it. */
    public List<String> warnings(String unit) {
        return PairingWarnings.of(List.of(new Pair(unit, replaced.inspected())), bloc);
    }
}
