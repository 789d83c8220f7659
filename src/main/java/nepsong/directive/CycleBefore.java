package nepsong.directive;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import org.springframework.stereotype.Component;

/** The cycle that a new one takes after: the newest that was configured, of its year or an earlier one. */
@Component
class CycleBefore {

    private final Cycles cycles;

    CycleBefore(Cycles cycles) {
        this.cycles = cycles;
    }

    /** Empty where there was none. */
    Optional<Cycle> find(String cycleCode) {
        Cycle cycle = cycles.get(cycleCode);
        return cycles.all().stream()
                .filter(other -> other.configuredAt() != null
                        && other.year() <= cycle.year()
                        && !other.code().equals(cycleCode))
                .findFirst();
    }

    /** Empty where there was none. */
    List<Bloc> blocs(String cycleCode) {
        return find(cycleCode).map(before -> cycles.blocs(before.code())).orElse(List.of());
    }
}
