package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coordinator scores the unit, for its head to approve. After the approval the unit's own columns are locked. */
@Component
public class ScoreSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;
    private final Clock clock;

    ScoreSelfAssessment(
            SelfAssessments selfAssessments,
            Scorecards scorecards,
            Reflections reflections,
            UnitChecklists checklists,
            EvidencePieces evidence,
            Clock clock) {
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> score(String cycle, String unit, String user, List<SelfScore> scores, Reflection reflection) {
        SelfAssessment before = selfAssessments.get(cycle, unit);
        if (before.isSubmitted() || before.isClosedWithoutSubmission()) {
            return List.of(Refusal.of("criteria", "Phiếu tự đánh giá đã khóa, không sửa được nữa"));
        }
        UnitChecklist checklist = checklists.of(cycle, unit);
        List<Refusal> refusals = new ArrayList<>(SelfScoringPolicy.check(checklist, scores, LocalDate.now(clock)));
        refusals.addAll(RequiredEvidencePolicy.check(
                checklist, scores, evidence.counts(cycle, unit, EvidenceKind.SELF_ASSESSMENT)));
        if (refusals.isEmpty()) {
            scorecards.writeSelf(cycle, unit, scores);
            reflections.write(cycle, unit, reflection, before.scoredAt() != null);
            selfAssessments.scored(cycle, unit, user);
        }
        return refusals;
    }
}
