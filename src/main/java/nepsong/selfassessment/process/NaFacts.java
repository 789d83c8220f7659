package nepsong.selfassessment.process;

import java.util.List;
import java.util.Map;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.NotApplicablePolicy;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.UnitChecklist;

/** What the decision {@code na-approval} is asked, with its bounds: that criterion left out which stands weakest speaks for all. */
final class NaFacts {

    private NaFacts() {}

    /** Process variables beside the decision; every row has kept the rules that concern it alone. */
    static Map<String, Object> with(String decision, UnitChecklist checklist, List<ScorecardRow> scorecard) {
        List<Answer> answers = ScorecardOverview.answers(scorecard);
        List<Answer> leftOut = answers.stream().filter(Answer::notApplicable).toList();
        boolean allowed = leftOut.stream()
                .allMatch(answer -> checklist.get(answer.criterion()).mayBeNotApplicable());
        int shortest = leftOut.stream()
                .mapToInt(answer -> NotApplicablePolicy.length(answer.reason()))
                .min()
                .orElse(NotApplicablePolicy.SHORTEST_REASON);
        return Map.of(
                "decision",
                decision,
                "allowed",
                allowed,
                "reasonLength",
                shortest,
                "notApplicablePoints",
                checklist.mostLeftOut(answers).doubleValue(),
                "shortestReason",
                NotApplicablePolicy.SHORTEST_REASON,
                "pointsWithoutApproval",
                NotApplicablePolicy.POINTS_WITHOUT_APPROVAL.doubleValue());
    }
}
