package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.catalogue.ParameterValues;
import nepsong.crossinspection.Pairs;
import nepsong.cycle.Cycles;
import nepsong.evaluation.GradingPolicy.Candidate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the data alone say about a bloc's units, for the appraisers to confirm or to correct. */
@Component
public class ProposeAppraisals {

    private final Cycles cycles;
    private final CollectFacts facts;
    private final ScoreUnits scores;
    private final GradeUnits grading;
    private final Pairs pairs;

    ProposeAppraisals(Cycles cycles, CollectFacts facts, ScoreUnits scores, GradeUnits grading, Pairs pairs) {
        this.cycles = cycles;
        this.facts = facts;
        this.scores = scores;
        this.grading = grading;
        this.pairs = pairs;
    }

    /** A unit with the proposed appraisal and the grade that follows from it, before the quota. */
    public record Proposal(Candidate candidate, Grading grading) {}

    /** In the order of the bloc. */
    @Transactional(readOnly = true)
    public List<Proposal> propose(String cycle, String bloc) {
        GradingPolicy policy = grading.policy(cycle);
        return candidates(cycle, bloc).stream()
                .map(candidate -> new Proposal(candidate, policy.grade(candidate)))
                .toList();
    }

    /** How the bloc's inspecting units have scored, in the order of the pairs. */
    @Transactional(readOnly = true)
    public List<Calibration> calibration(String cycle, String bloc, List<Proposal> proposed) {
        Map<String, UnitScores> scored = proposed.stream()
                .map(Proposal::candidate)
                .collect(Collectors.toMap(one -> one.facts().unit(), Candidate::scores));
        return Calibration.of(pairs.of(cycle, bloc), scored);
    }

    /** The same without the grades, in the order of the bloc. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String cycle, String bloc) {
        List<String> units = cycles.bloc(cycle, bloc).units();
        Map<String, GradedFacts> known =
                facts.collect(cycle).stream().collect(Collectors.toMap(GradedFacts::unit, one -> one));
        Map<String, UnitScores> scored = scores.score(cycle, units);
        ParameterValues rules = cycles.parameters(cycle);
        List<Candidate> candidates = new ArrayList<>();
        for (String unit : units) {
            GradedFacts facts = Objects.requireNonNull(known.get(unit));
            UnitScores scores = Objects.requireNonNull(scored.get(unit));
            candidates.add(new Candidate(facts, scores, appraisal(cycle, facts, scores, rules)));
        }
        return candidates;
    }

    /** For what the data alone give and take points, in the order of the bloc. */
    @Transactional(readOnly = true)
    public List<PointItem> items(String cycle, String bloc) {
        Map<String, GradedFacts> known =
                facts.collect(cycle).stream().collect(Collectors.toMap(GradedFacts::unit, one -> one));
        return cycles.bloc(cycle, bloc).units().stream()
                .map(unit -> Objects.requireNonNull(known.get(unit)))
                .flatMap(one -> PointItems.proposed(one).stream())
                .toList();
    }

    /** What these appraisals lead to before the quota, the adjusted grades left aside. */
    @Transactional(readOnly = true)
    public List<Proposal> judged(String cycle, List<Appraisal> appraisals) {
        Map<String, GradedFacts> known =
                facts.collect(cycle).stream().collect(Collectors.toMap(GradedFacts::unit, one -> one));
        Map<String, UnitScores> scored =
                scores.score(cycle, appraisals.stream().map(Appraisal::unit).toList());
        GradingPolicy policy = grading.policy(cycle);
        return appraisals.stream()
                .map(one -> new Candidate(
                        Objects.requireNonNull(known.get(one.unit())),
                        Objects.requireNonNull(scored.get(one.unit())),
                        one))
                .map(candidate -> new Proposal(candidate, policy.grade(candidate)))
                .toList();
    }

    private static Appraisal appraisal(String cycle, GradedFacts known, UnitScores scores, ParameterValues rules) {
        PointItems points = new PointItems(PointItems.proposed(known), rules);
        boolean pledgeIncomplete = !scores.pledgeKept();
        return new Appraisal(
                cycle,
                known.unit(),
                BigDecimal.ZERO,
                "",
                points.penalty(),
                points.penaltyReason(),
                false,
                false,
                false,
                false,
                pledgeIncomplete,
                pledgeIncomplete ? "Tiêu chí CS-B2: chưa đủ 100% ký cam kết" : "",
                null,
                "",
                null,
                "");
    }
}
