package nepsong.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.correction.FindingFacts;
import nepsong.correction.UnitFindings;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.Pairs;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the earlier stages what they know about each unit of a cycle. */
@Component
public class CollectFacts {

    private final Cycles cycles;
    private final SelfAssessments selfAssessments;
    private final Pairs pairs;
    private final Inspections inspections;
    private final UnitFindings findings;

    CollectFacts(
            Cycles cycles,
            SelfAssessments selfAssessments,
            Pairs pairs,
            Inspections inspections,
            UnitFindings findings) {
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
        this.pairs = pairs;
        this.inspections = inspections;
        this.findings = findings;
    }

    /** In the order of the blocs. */
    @Transactional(readOnly = true)
    public List<GradedFacts> collect(String cycle) {
        Map<String, SelfAssessment> assessed = new HashMap<>();
        selfAssessments.of(cycle).forEach(one -> assessed.put(one.unit(), one));
        Map<String, FindingFacts> found = findings.of(cycle);
        Set<String> idle = idle(cycle);
        List<GradedFacts> facts = new ArrayList<>();
        for (Bloc bloc : cycles.blocs(cycle)) {
            for (String unit : bloc.units()) {
                facts.add(of(
                        unit, assessed.get(unit), found.getOrDefault(unit, FindingFacts.NONE), !idle.contains(unit)));
            }
        }
        return facts;
    }

    /** The units that were told to inspect another one and did not; who was told nothing has failed in nothing. */
    private Set<String> idle(String cycle) {
        Set<String> inspected = new HashSet<>();
        inspections.of(cycle).stream()
                .filter(Inspection::dutyDone)
                .forEach(inspection -> inspected.add(inspection.unit()));
        Set<String> idle = new HashSet<>();
        for (Pair pair : pairs.of(cycle)) {
            if (!inspected.contains(pair.inspected())) {
                idle.add(pair.inspecting());
            }
        }
        return idle;
    }

    private static GradedFacts of(
            String unit, @Nullable SelfAssessment assessed, FindingFacts found, boolean crossInspectionDone) {
        return new GradedFacts(
                unit,
                assessed == null ? null : assessed.submittedAt(),
                assessed == null ? 0 : assessed.lateDays(),
                found.open(),
                found.openCritical(),
                found.repeated(),
                found.unanswered() > 0,
                crossInspectionDone);
    }
}
