package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one time that a unit may write its own columns after the submission: what the secretary asked for. */
@Component
public class SupplementSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final Returns returns;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;
    private final Clock clock;

    SupplementSelfAssessment(
            SelfAssessments selfAssessments,
            Scorecards scorecards,
            Returns returns,
            UnitChecklists checklists,
            EvidencePieces evidence,
            Clock clock) {
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.returns = returns;
        this.checklists = checklists;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * The head of the unit has answered for the other rows, so they stand.
     *
     * @param scores of the criteria that the secretary named, and of no other
     */
    @Transactional
    public List<Refusal> supplement(String cycle, String unit, List<SelfScore> scores) {
        SelfAssessment before = selfAssessments.get(cycle, unit);
        if (!before.isSubmitted() || !before.isOpenForScores()) {
            return List.of(Refusal.of("criteria", "Phiếu tự đánh giá đã khóa: mỗi đơn vị chỉ được bổ sung một lần"));
        }
        List<Refusal> refusals = new ArrayList<>(notAskedFor(cycle, unit, scores));
        UnitChecklist checklist = checklists.of(cycle, unit);
        refusals.addAll(SelfScoringPolicy.check(checklist, withTheRest(cycle, unit, scores), LocalDate.now(clock)));
        refusals.addAll(RequiredEvidencePolicy.check(
                checklist, scores, evidence.counts(cycle, unit, EvidenceKind.SELF_ASSESSMENT)));
        if (refusals.isEmpty()) {
            scorecards.writeSelf(cycle, unit, scores);
            selfAssessments.supplemented(cycle, unit);
        }
        return refusals;
    }

    private List<Refusal> notAskedFor(String cycle, String unit, List<SelfScore> scores) {
        Set<String> asked = Set.copyOf(returns.criteriaToSupplement(cycle, unit));
        return scores.stream()
                .map(SelfScore::criterion)
                .filter(criterion -> !asked.contains(criterion))
                .map(criterion -> Refusal.ofRow(
                        "criteria",
                        criterion,
                        "Thư ký không yêu cầu bổ sung tiêu chí này; điểm đã duyệt được giữ nguyên"))
                .toList();
    }

    private List<SelfScore> withTheRest(String cycle, String unit, List<SelfScore> scores) {
        Set<String> given = scores.stream().map(SelfScore::criterion).collect(Collectors.toSet());
        Stream<SelfScore> standing = scorecards.of(cycle, unit).stream()
                .map(ScorecardRow::self)
                .filter(Objects::nonNull)
                .filter(score -> !given.contains(score.criterion()));
        return Stream.concat(scores.stream(), standing).toList();
    }
}
