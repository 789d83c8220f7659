package nepsong.selfassessment.process;

import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.ScoreSelfAssessment;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ScoreCriteriaForm implements TaskForm {

    private final ScoreSelfAssessment scoring;
    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    ScoreCriteriaForm(
            ScoreSelfAssessment scoring,
            SelfAssessments selfAssessments,
            Returns returns,
            Scorecards scorecards,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.scoring = scoring;
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "self-assessment.score-criteria";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("submitBy", Words.submitBy(selfAssessments.get(task.cycle(), task.unit())));
        shown.put("returnReason", Words.newestReason(returns.of(task.cycle(), task.unit())));
        shown.putAll(ScorecardView.open(
                checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit()), pieces(task)));
        return shown;
    }

    private Map<String, Integer> pieces(FormTask task) {
        return evidence.counts(task.cycle(), task.unit(), EvidenceKind.SELF_ASSESSMENT);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(scoring.score(task.cycle(), task.unit(), task.user(), ScorecardView.read(data)), Map.of());
    }
}
