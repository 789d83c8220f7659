package nepsong.selfassessment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.ConfirmCompleteness;
import nepsong.selfassessment.NaApproval;
import nepsong.selfassessment.RequestSupplement;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.Returns.Missing;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class CheckCompletenessForm implements TaskForm {

    private static final String SUPPLEMENT = "supplement";

    private final ConfirmCompleteness completeness;
    private final RequestSupplement supplement;
    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    CheckCompletenessForm(
            ConfirmCompleteness completeness,
            RequestSupplement supplement,
            SelfAssessments selfAssessments,
            Returns returns,
            Scorecards scorecards,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.completeness = completeness;
        this.supplement = supplement;
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "self-assessment.check-completeness";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        SelfAssessment selfAssessment = selfAssessments.get(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("lateText", Words.lateness(selfAssessment));
        shown.put(
                "returnReason",
                selfAssessment.supplementRequested() ? Words.newestReason(returns.of(task.cycle(), task.unit())) : "");
        shown.put("naApproval", task.text("naApproval"));
        shown.put("missing", List.of());
        shown.put(
                "criterionOptions",
                checklist.criteria().stream()
                        .map(criterion -> new Option(criterion.code(), criterion.code() + " " + criterion.text()))
                        .toList());
        shown.putAll(ScorecardOverview.open(checklist, scorecards.of(task.cycle(), task.unit()), pieces(task), task));
        return shown;
    }

    private FiledPieces pieces(FormTask task) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_ASSESSMENT)));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        return Outcome.of(
                decision.equals(SUPPLEMENT) ? ask(task, data) : confirm(task, data), Map.of("decision", decision));
    }

    private List<Refusal> ask(FormTask task, FormData data) {
        List<Missing> missing = data.rows("missing").stream()
                .map(row -> new Missing(row.text("criterion"), row.text("what")))
                .toList();
        return supplement.request(task.cycle(), task.unit(), task.user(), data.text("reason"), missing);
    }

    private List<Refusal> confirm(FormTask task, FormData data) {
        NaApproval needed = NaApproval.valueOf(task.text("naApproval"));
        return completeness.confirm(task.cycle(), task.unit(), task.user(), needed, data.flag("naApproved"));
    }
}
