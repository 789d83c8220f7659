package nepsong.selfassessment;

import nepsong.catalogue.Criterion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a unit's self-assessment with one empty row per criterion that it is judged by. */
@Component
public class LayOutScorecard {

    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;

    LayOutScorecard(SelfAssessments selfAssessments, Scorecards scorecards, UnitChecklists checklists) {
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.checklists = checklists;
    }

    @Transactional
    public void layOut(String cycle, String unit) {
        selfAssessments.open(cycle, unit);
        scorecards.layOut(
                cycle,
                unit,
                checklists.of(cycle, unit).criteria().stream()
                        .map(Criterion::code)
                        .toList());
    }
}
