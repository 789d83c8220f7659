package nepsong.selfassessment.process;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Affair;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.engine.AssignedTask;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.ApproveSelfAssessment;
import nepsong.selfassessment.PostponeSelfAssessment;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.ReturnSelfAssessment;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ApproveForm implements TaskForm, DeadlineFollower {

    private final ApproveSelfAssessment approval;
    private final ReturnSelfAssessment giveBack;
    private final PostponeSelfAssessment postponing;
    private final SelfAssessments selfAssessments;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;
    private final StandIns standIns;

    ApproveForm(
            ApproveSelfAssessment approval,
            ReturnSelfAssessment giveBack,
            PostponeSelfAssessment postponing,
            SelfAssessments selfAssessments,
            Scorecards scorecards,
            Reflections reflections,
            UnitChecklists checklists,
            EvidencePieces evidence,
            StandIns standIns) {
        this.approval = approval;
        this.giveBack = giveBack;
        this.postponing = postponing;
        this.selfAssessments = selfAssessments;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.evidence = evidence;
        this.standIns = standIns;
    }

    @Override
    public String key() {
        return "self-assessment.approve";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        SelfAssessment selfAssessment = selfAssessments.get(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("reportPage", "/papers/reports/" + task.cycle() + "/" + task.unit());
        shown.put("submitBy", Words.submitBy(selfAssessment));
        shown.put("scoredBy", scorer(selfAssessment));
        shown.put(
                "caution",
                approval.objection(task.cycle(), task.unit(), task.user()).orElse(""));
        shown.putAll(ScorecardOverview.show(
                checklists.of(task.cycle(), task.unit()),
                scorecards.of(task.cycle(), task.unit()),
                pieces(task),
                task));
        shown.putAll(ReflectionView.show(reflections.of(task.cycle(), task.unit())));
        shown.put(
                "reportFiles",
                evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_REPORT))
                        .size());
        return shown;
    }

    private String scorer(SelfAssessment selfAssessment) {
        String id = selfAssessment.scoredBy();
        return id == null
                ? "của đơn vị"
                : standIns.author(
                        id,
                        new Affair(selfAssessment.cycle(), selfAssessment.unit()),
                        "self-assessment.score-criteria");
    }

    private FiledPieces pieces(FormTask task) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_ASSESSMENT)));
    }

    @Override
    public void moved(AssignedTask task, LocalDate from, LocalDate to) {
        postponing.postpone(task.cycle(), task.unit(), from, to);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        if (decision.equals("return")) {
            giveBack.giveBack(task.cycle(), task.unit(), task.user(), data.text("reason"));
            return Outcome.accepted(Map.of("decision", decision));
        }
        List<Refusal> refusals = approval.approve(task.cycle(), task.unit(), task.user());
        return refusals.isEmpty()
                ? Outcome.accepted(NaFacts.with(
                        decision, checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit())))
                : Outcome.refused(refusals);
    }
}
