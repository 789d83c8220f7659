package nepsong.progress;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How one cycle stands, in as many statements for three units as for three thousand. */
@Component
public class ReadProgress {

    private final Cycles cycles;
    private final Units units;
    private final SelfAssessments selfAssessments;
    private final Workload workload;
    private final Clock clock;

    ReadProgress(Cycles cycles, Units units, SelfAssessments selfAssessments, Workload workload, Clock clock) {
        this.cycles = cycles;
        this.units = units;
        this.selfAssessments = selfAssessments;
        this.workload = workload;
        this.clock = clock;
    }

    /** Empty where there is no such cycle. */
    @Transactional(readOnly = true)
    public Optional<CycleProgress> of(String code) {
        return cycles.find(code).map(this::read);
    }

    private CycleProgress read(Cycle cycle) {
        List<Bloc> blocs = cycles.blocs(cycle.code());
        List<String> codes =
                blocs.stream().flatMap(bloc -> bloc.units().stream()).toList();
        List<Work> works = workload.of(cycle.code(), clock.instant());
        List<StageProgress> stages = new StagePolicy(cycle, works, codes.size(), blocs.size()).stages();
        return new CycleProgress(
                cycle,
                CycleState.of(cycle),
                StagePolicy.current(stages),
                stages,
                units(cycle, blocs, codes, works, stages));
    }

    private List<UnitProgress> units(
            Cycle cycle, List<Bloc> blocs, List<String> codes, List<Work> works, List<StageProgress> stages) {
        Map<String, String> names =
                units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name, (first, same) -> first));
        Set<String> missed = selfAssessments.of(cycle.code()).stream()
                .filter(SelfAssessment::isClosedWithoutSubmission)
                .map(SelfAssessment::unit)
                .collect(Collectors.toSet());
        Map<String, List<Work>> bySubject = works.stream().collect(Collectors.groupingBy(Work::subject));
        UnitPolicy policy = new UnitPolicy(stages, bySubject, missed, cycle.isOver());
        List<UnitProgress> progress = new ArrayList<>();
        blocs.forEach(bloc -> bloc.units()
                .forEach(unit -> progress.add(policy.progress(bloc, unit, names.getOrDefault(unit, unit)))));
        return progress;
    }
}
