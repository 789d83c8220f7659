package nepsong.selfassessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;

/**
 * What a unit's own scorecard must be like: every criterion scored as {@link ScoringPolicy} demands and as the numbers
 * given with it come to, and no evidence of the future. How many points may be left out is not decided here: above the limit the secretary is asked.
 */
final class SelfScoringPolicy {

    private SelfScoringPolicy() {}

    static List<Refusal> check(UnitChecklist checklist, List<SelfScore> scores, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        for (CriteriaSet set : checklist.sets()) {
            Set<String> ofOtherSets = checklist.criteria().stream()
                    .filter(criterion -> criterion.set() != set)
                    .map(Criterion::code)
                    .collect(Collectors.toSet());
            List<Answer> answers = scores.stream()
                    .filter(score -> !ofOtherSets.contains(score.criterion()))
                    .map(SelfScore::answer)
                    .toList();
            refusals.addAll(ScoringPolicy.check(checklist.of(set), answers, true));
        }
        refusals.addAll(FiguresPolicy.check(checklist, scores));
        for (SelfScore score : scores) {
            LocalDate issuedOn = score.evidence().issuedOn();
            if (issuedOn != null && issuedOn.isAfter(today)) {
                refusals.add(Refusal.ofRow(
                        "evidenceIssuedOn", score.criterion(), "“Ngày ban hành” không được ở trong tương lai"));
            }
        }
        return refusals.stream().distinct().toList();
    }
}
