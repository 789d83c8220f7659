package nepsong.progress;

import java.util.List;
import nepsong.cycle.Cycle;

/**
 * How a cycle stands.
 *
 * @param stage  the first that is not done
 * @param stages all five
 * @param units  by bloc and in their order; empty until the cycle is configured
 */
public record CycleProgress(
        Cycle cycle, CycleState state, Stage stage, List<StageProgress> stages, List<UnitProgress> units) {

    public CycleProgress {
        stages = List.copyOf(stages);
        units = List.copyOf(units);
    }
}
