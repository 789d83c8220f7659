package nepsong.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Grades and ranks the units of one bloc: the grade that the final score earns (or the adjusted one that the head of team confirmed), lowered by every
 * veto, then the rank, then the quota for the best grade. The same input gives the same results, in whatever order it comes.
 */
public final class GradingPolicy {

    private final GradeTables tables;
    private final ExcellentQuotaPolicy quota;

    public GradingPolicy(GradeTables tables, ExcellentQuotaPolicy quota) {
        this.tables = tables;
        this.quota = quota;
    }

    /** All that is known about one unit. */
    public record Candidate(GradedFacts facts, UnitScores scores, Appraisal appraisal) {

        FinalScore finalScore() {
            return new FinalScore(scores.total(), appraisal.bonus(), appraisal.penalty());
        }
    }

    /** @return by rank, then by the units' codes */
    public List<Result> grade(String bloc, List<Candidate> candidates) {
        Map<String, Graded> byUnit = new LinkedHashMap<>();
        List<Standing> standings = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String unit = candidate.facts().unit();
            Grading grading = grade(candidate);
            byUnit.put(unit, new Graded(candidate, grading));
            standings.add(new Standing(
                    unit,
                    candidate.finalScore().value(),
                    candidate.facts().openFindings(),
                    candidate.scores().conduct(),
                    candidate.facts().submittedAt(),
                    grading.grade()));
        }
        List<RankedUnit> ranked = RankingPolicy.rank(standings);
        Set<String> heldBack = quota.heldBack(ranked);
        return ranked.stream()
                .map(place -> {
                    String unit = place.standing().unit();
                    Graded graded = Objects.requireNonNull(byUnit.get(unit));
                    Grading grading = graded.grading();
                    return result(
                            bloc,
                            graded.candidate(),
                            heldBack.contains(unit) ? grading.with(quota.cap()) : grading,
                            place.rank());
                })
                .toList();
    }

    private record Graded(Candidate candidate, Grading grading) {}

    /** What one unit would be graded, before its bloc's quota. */
    public Grading grade(Candidate candidate) {
        Grade adjusted = candidate.appraisal().confirmedGrade();
        return new Grading(
                adjusted == null ? tables.byScore(candidate.finalScore().value()) : adjusted,
                tables.caps(candidate.facts().with(candidate.appraisal(), candidate.scores())));
    }

    private Result result(String bloc, Candidate candidate, Grading grading, int rank) {
        Appraisal appraisal = candidate.appraisal();
        UnitScores scores = candidate.scores();
        return new Result(
                appraisal.cycle(),
                appraisal.unit(),
                bloc,
                scores.self(),
                scores.cross(),
                scores.total(),
                appraisal.bonus(),
                appraisal.penalty(),
                candidate.finalScore().value(),
                tables.byScore(candidate.finalScore().value()),
                appraisal.confirmedGrade(),
                grading.grade(),
                grading.caps(),
                rank);
    }
}
