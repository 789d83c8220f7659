package nepsong.directive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Bloc;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** In which blocs a cycle's units are put, unless the standing office knows better. */
@Component
public class BlocProposal {

    private final Plans plans;
    private final CycleBefore cycleBefore;
    private final Units units;

    BlocProposal(Plans plans, CycleBefore cycleBefore, Units units) {
        this.plans = plans;
        this.cycleBefore = cycleBefore;
        this.units = units;
    }

    /** The blocs of the cycle before, where they still hold all units; otherwise by kind. */
    public List<Bloc> propose(String cycle) {
        List<String> scope = plans.get(cycle).units();
        List<Bloc> before = among(scope, cycleBefore.blocs(cycle));
        return holds(before, scope) ? before : BlocPartition.of(units.find(scope));
    }

    private static List<Bloc> among(List<String> scope, List<Bloc> before) {
        Set<String> wanted = new HashSet<>(scope);
        List<Bloc> blocs = new ArrayList<>();
        for (Bloc bloc : before) {
            List<String> kept = bloc.units().stream().filter(wanted::contains).toList();
            if (!kept.isEmpty()) {
                blocs.add(new Bloc(bloc.code(), bloc.name(), kept));
            }
        }
        return blocs;
    }

    private static boolean holds(List<Bloc> blocs, List<String> scope) {
        int placed = blocs.stream().mapToInt(bloc -> bloc.units().size()).sum();
        return placed == scope.size()
                && blocs.stream().allMatch(bloc -> bloc.units().size() >= PlanPolicy.FEWEST_UNITS);
    }
}
