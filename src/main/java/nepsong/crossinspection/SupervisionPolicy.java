package nepsong.crossinspection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nepsong.cycle.Bloc;
import nepsong.directive.WorkingGroup;
import nepsong.organisation.People;

/**
 * Which working group is proposed for each pair of a bloc. Before all one that nobody of the two units is in; among these one
 * that looks after the bloc, then one that looks after all of them, then another; among equals they take turns.
 */
public final class SupervisionPolicy {

    private final List<WorkingGroup> groups;
    private final Bloc bloc;
    private final List<Bloc> blocs;
    private final People people;
    private final int[] given;

    /** @param blocs all of the cycle */
    public SupervisionPolicy(List<WorkingGroup> groups, Bloc bloc, List<Bloc> blocs, People people) {
        this.groups = groups;
        this.bloc = bloc;
        this.blocs = blocs;
        this.people = people;
        this.given = new int[groups.size()];
    }

    /** The group's place among those of the team, from 0, for the next pair; empty where the team has no groups. */
    public Optional<Integer> next(Pair pair) {
        Optional<Integer> first = IntStream.range(0, groups.size())
                .boxed()
                .min(Comparator.comparing((Integer at) -> isPartial(groups.get(at), pair))
                        .thenComparing(at -> distance(groups.get(at)))
                        .thenComparing(at -> given[at]));
        first.ifPresent(at -> given[at]++);
        return first;
    }

    private boolean isPartial(WorkingGroup group, Pair pair) {
        return group.people()
                .anyMatch(person ->
                        people.worksFor(person, pair.inspecting()) || people.worksFor(person, pair.inspected()));
    }

    private int distance(WorkingGroup group) {
        if (group.looksAfter(bloc)) {
            return 0;
        }
        boolean ofOthers = !group.blocs().isEmpty() || blocs.stream().anyMatch(group::looksAfter);
        return ofOthers ? 2 : 1;
    }
}
