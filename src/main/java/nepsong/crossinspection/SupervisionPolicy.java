package nepsong.crossinspection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nepsong.directive.WorkingGroup;

/**
 * Which working groups are proposed for the pairs of a bloc: those that say that the bloc is theirs, or else all, in turn.
 */
public final class SupervisionPolicy {

    private final List<Integer> turns;

    /** @param bloc its name, as it stands among the blocs and fields of a group */
    public SupervisionPolicy(List<WorkingGroup> groups, String bloc) {
        List<Integer> all = IntStream.range(0, groups.size()).boxed().toList();
        List<Integer> ofBloc = all.stream()
                .filter(at -> Arrays.stream(groups.get(at).scope().split("[,;]"))
                        .anyMatch(part -> part.strip().equalsIgnoreCase(bloc)))
                .toList();
        this.turns = ofBloc.isEmpty() ? all : ofBloc;
    }

    /** Whether the team works in groups at all. */
    public boolean hasGroups() {
        return !turns.isEmpty();
    }

    /**
     * The group's place among those of the team, for the pair at this place in its bloc; both are counted from 0.
     *
     * @throws ArithmeticException where there are no groups
     */
    public int group(int pair) {
        return turns.get(pair % turns.size());
    }
}
