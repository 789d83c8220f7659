package nepsong.progress;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cycles, newest first, and where each stands. */
@Component
public class ListCycles {

    private final Cycles cycles;
    private final Workload workload;

    ListCycles(Cycles cycles, Workload workload) {
        this.cycles = cycles;
        this.workload = workload;
    }

    @Transactional(readOnly = true)
    public List<CycleOverview> list() {
        Map<String, List<Work>> works = workload.ofAll();
        Map<String, Workload.Size> sizes = workload.sizes();
        return cycles.all().stream()
                .map(cycle -> {
                    Workload.Size size = sizes.getOrDefault(cycle.code(), new Workload.Size(0, 0));
                    List<Work> own = works.getOrDefault(cycle.code(), List.of());
                    return new CycleOverview(
                            cycle,
                            CycleState.of(cycle),
                            StagePolicy.current(new StagePolicy(cycle, own, size.units(), size.blocs()).stages()));
                })
                .toList();
    }
}
