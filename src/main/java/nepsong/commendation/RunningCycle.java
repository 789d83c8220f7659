package nepsong.commendation;

import java.util.Optional;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import org.springframework.stereotype.Component;

/** The cycle that a nomination belongs to when somebody makes it: the newest that runs and has called the unit in. */
@Component
public class RunningCycle {

    private final Cycles cycles;

    RunningCycle(Cycles cycles) {
        this.cycles = cycles;
    }

    /** Empty between the cycles, and for a unit that takes no part. */
    public Optional<Cycle> of(String unit) {
        return cycles.all().stream()
                .filter(cycle -> cycle.configuredAt() != null && !cycle.isOver())
                .filter(cycle -> cycles.blocs(cycle.code()).stream()
                        .anyMatch(bloc -> bloc.units().contains(unit)))
                .findFirst();
    }
}
