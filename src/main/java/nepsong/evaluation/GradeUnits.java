package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.evaluation.GradingPolicy.Candidate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grades and ranks all units of a cycle, once when they are appraised and once more after the appeals. */
@Component
public class GradeUnits {

    private final Cycles cycles;
    private final CollectFacts facts;
    private final ScoreUnits scores;
    private final Appraisals appraisals;
    private final CycleGradeTables tables;
    private final Results results;

    GradeUnits(
            Cycles cycles,
            CollectFacts facts,
            ScoreUnits scores,
            Appraisals appraisals,
            CycleGradeTables tables,
            Results results) {
        this.cycles = cycles;
        this.facts = facts;
        this.scores = scores;
        this.appraisals = appraisals;
        this.tables = tables;
        this.results = results;
    }

    /** The first call settles what the other stages know about the units; the later ones keep to it. */
    @Transactional
    public void grade(String cycle) {
        if (results.facts(cycle).isEmpty()) {
            results.freeze(cycle, facts.collect(cycle));
        }
        Map<String, GradedFacts> known = results.facts(cycle);
        Map<String, Appraisal> appraised = appraisals.of(cycle);
        Map<String, UnitScores> scored = scores.score(cycle, List.copyOf(known.keySet()));
        GradingPolicy policy = policy(cycle);
        List<Result> graded = new ArrayList<>();
        for (Bloc bloc : cycles.blocs(cycle)) {
            List<Candidate> candidates = bloc.units().stream()
                    .filter(unit -> scored.containsKey(unit) && known.containsKey(unit))
                    .map(unit -> new Candidate(
                            Objects.requireNonNull(known.get(unit)),
                            Objects.requireNonNull(scored.get(unit)),
                            appraised.getOrDefault(unit, Appraisal.none(cycle, unit))))
                    .toList();
            graded.addAll(policy.grade(bloc.code(), candidates));
        }
        results.replace(cycle, graded);
    }

    GradingPolicy policy(String cycle) {
        Integer percent = cycles.get(cycle).excellentQuotaPercent();
        return new GradingPolicy(
                tables.of(cycle),
                percent == null ? new ExcellentQuotaPolicy(false, 0) : new ExcellentQuotaPolicy(true, percent));
    }
}
