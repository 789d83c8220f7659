package nepsong.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Blocs;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** In which blocs a cycle's units are put, unless the standing office knows better. */
@Component
public class BlocProposal {

    private final Plans plans;
    private final Cycles cycles;
    private final CycleBefore cycleBefore;
    private final Blocs registry;
    private final Units units;

    BlocProposal(Plans plans, Cycles cycles, CycleBefore cycleBefore, Blocs registry, Units units) {
        this.plans = plans;
        this.cycles = cycles;
        this.cycleBefore = cycleBefore;
        this.registry = registry;
        this.units = units;
    }

    /**
     * Those of the registry or of the cycle before, whichever was settled later and holds all units in blocs of a size;
     * otherwise by kind.
     */
    public List<Bloc> propose(String cycle) {
        List<String> scope = plans.get(cycle).units();
        List<Bloc> registered = registered(scope, cycles.get(cycle).firstDay());
        Optional<Cycle> before = cycleBefore.find(cycle);
        List<Bloc> last =
                before.map(one -> among(scope, cycles.blocs(one.code()))).orElse(List.of());
        Stream<List<Bloc>> newestFirst = before.filter(this::settledLater).isPresent()
                ? Stream.of(last, registered)
                : Stream.of(registered, last);
        return newestFirst
                .filter(blocs -> holds(blocs, scope))
                .findFirst()
                .orElseGet(() -> BlocPartition.of(units.find(scope)));
    }

    /** By unit: of which kind a bloc is that holds its like alone. */
    public Map<String, String> kinds(List<Unit> members) {
        return members.stream().collect(Collectors.toMap(Unit::code, BlocPartition::kindOf));
    }

    private boolean settledLater(Cycle before) {
        Instant configured = before.configuredAt();
        return configured != null
                && registry.loadedAt()
                        .filter(loaded -> loaded.isAfter(configured))
                        .isEmpty();
    }

    private List<Bloc> registered(List<String> scope, LocalDate day) {
        Map<String, Bloc> blocs = new LinkedHashMap<>();
        registry.validOn(day)
                .values()
                .forEach(one -> blocs.merge(
                        one.bloc(), new Bloc(one.bloc(), one.name(), List.of(one.unit())), BlocProposal::joined));
        return among(scope, blocs.values());
    }

    private static Bloc joined(Bloc some, Bloc others) {
        return new Bloc(
                some.code(),
                others.name(),
                Stream.concat(some.units().stream(), others.units().stream()).toList());
    }

    private static List<Bloc> among(List<String> scope, Collection<Bloc> blocs) {
        List<Bloc> kept = new ArrayList<>();
        for (Bloc bloc : blocs) {
            Set<String> members = new HashSet<>(bloc.units());
            List<String> planned = scope.stream().filter(members::contains).toList();
            if (!planned.isEmpty()) {
                kept.add(new Bloc(bloc.code(), bloc.name(), planned));
            }
        }
        return kept;
    }

    private static boolean holds(List<Bloc> blocs, List<String> scope) {
        int placed = blocs.stream().mapToInt(bloc -> bloc.units().size()).sum();
        return placed == scope.size()
                && blocs.stream().allMatch(bloc -> bloc.units().size() >= PlanPolicy.FEWEST_UNITS);
    }
}
