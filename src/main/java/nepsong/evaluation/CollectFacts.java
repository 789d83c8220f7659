package nepsong.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    CollectFacts(Cycles cycles, SelfAssessments selfAssessments) {
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
    }

    /** In the order of the blocs. */
    @Transactional(readOnly = true)
    public List<GradedFacts> collect(String cycle) {
        Map<String, SelfAssessment> assessed = new HashMap<>();
        selfAssessments.of(cycle).forEach(one -> assessed.put(one.unit(), one));
        List<GradedFacts> facts = new ArrayList<>();
        for (Bloc bloc : cycles.blocs(cycle)) {
            for (String unit : bloc.units()) {
                facts.add(of(unit, assessed.get(unit)));
            }
        }
        return facts;
    }

    private static GradedFacts of(String unit, @Nullable SelfAssessment assessed) {
        return new GradedFacts(
                unit,
                assessed == null ? null : assessed.submittedAt(),
                assessed == null ? 0 : assessed.lateDays(),
                0,
                0,
                0,
                false,
                true);
    }
}
