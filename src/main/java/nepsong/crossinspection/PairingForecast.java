package nepsong.crossinspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.directive.PairingOutlook;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs blocs on trial with what is known before the cycle begins: the last two cycles. Conflicts are declared later. */
@Component
public class PairingForecast implements PairingOutlook {

    private static final long SEED = 1;

    private final Pairs pairs;
    private final Units units;
    private final PairingPolicy policy = new PairingPolicy();

    PairingForecast(Pairs pairs, Units units) {
        this.pairs = pairs;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<String>> obstacles(String cycle, List<Bloc> blocs) {
        List<Pair> before = pairs.beforeCycle(cycle);
        Map<String, List<String>> obstacles = new LinkedHashMap<>();
        for (Bloc bloc : blocs) {
            Set<String> own = Set.copyOf(bloc.units());
            Set<Pair> previous = before.stream()
                    .filter(pair -> own.contains(pair.inspecting()) && own.contains(pair.inspected()))
                    .collect(Collectors.toSet());
            // Three units or more that never met can always be paired.
            if (!previous.isEmpty()) {
                PairingResult result = policy.pair(request(bloc, previous));
                if (!result.feasible()) {
                    obstacles.put(bloc.code(), result.infeasible());
                }
            }
        }
        return obstacles;
    }

    private PairingRequest request(Bloc bloc, Set<Pair> previous) {
        Map<String, String> names = units.find(bloc.units()).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return new PairingRequest(bloc.code(), bloc.units(), names, previous, Set.of(), PairingCost.NONE, SEED);
    }
}
