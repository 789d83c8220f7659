package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coordinator scores the unit, for its head to approve. After the approval the unit's own columns are locked. */
@Component
public class ScoreSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final Clock clock;

    ScoreSelfAssessment(
            SelfAssessments selfAssessments, Scorecards scorecards, UnitChecklists checklists, Clock clock) {
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> score(String cycle, String unit, String user, List<SelfScore> scores) {
        SelfAssessment before = selfAssessments.get(cycle, unit);
        if (before.isSubmitted() || before.isClosedWithoutSubmission()) {
            return List.of(Refusal.of("criteria", "Phiếu tự đánh giá đã khóa, không sửa được nữa"));
        }
        List<Refusal> refusals = SelfScoringPolicy.check(checklists.of(cycle, unit), scores, LocalDate.now(clock));
        if (refusals.isEmpty()) {
            scorecards.writeSelf(cycle, unit, scores);
            selfAssessments.scored(cycle, unit, user);
        }
        return refusals;
    }
}
