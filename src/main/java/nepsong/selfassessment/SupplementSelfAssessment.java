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

/** The one time that a unit may write its own columns after the submission: what the secretary asked for. */
@Component
public class SupplementSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;
    private final Clock clock;

    SupplementSelfAssessment(
            SelfAssessments selfAssessments,
            Scorecards scorecards,
            UnitChecklists checklists,
            EvidencePieces evidence,
            Clock clock) {
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> supplement(String cycle, String unit, List<SelfScore> scores) {
        SelfAssessment before = selfAssessments.get(cycle, unit);
        if (!before.isSubmitted() || !before.isOpenForScores()) {
            return List.of(Refusal.of("criteria", "Phiếu tự đánh giá đã khóa: mỗi đơn vị chỉ được bổ sung một lần"));
        }
        UnitChecklist checklist = checklists.of(cycle, unit);
        List<Refusal> refusals = new ArrayList<>(SelfScoringPolicy.check(checklist, scores, LocalDate.now(clock)));
        refusals.addAll(RequiredEvidencePolicy.check(
                checklist, scores, evidence.counts(cycle, unit, EvidenceKind.SELF_ASSESSMENT)));
        if (refusals.isEmpty()) {
            scorecards.writeSelf(cycle, unit, scores);
            selfAssessments.supplemented(cycle, unit);
        }
        return refusals;
    }
}
