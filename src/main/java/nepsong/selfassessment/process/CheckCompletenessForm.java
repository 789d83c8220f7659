package nepsong.selfassessment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.catalogue.Criterion;
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
import nepsong.selfassessment.NaDecision;
import nepsong.selfassessment.NaDecisions;
import nepsong.selfassessment.RequestSupplement;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.Returns.Missing;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CheckCompletenessForm implements TaskForm {

    private static final String SUPPLEMENT = "supplement";
    private static final String ACCEPT = "accept";
    private static final String REFUSE = "refuse";

    private final ConfirmCompleteness completeness;
    private final RequestSupplement supplement;
    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final NaDecisions naDecisions;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    CheckCompletenessForm(
            ConfirmCompleteness completeness,
            RequestSupplement supplement,
            SelfAssessments selfAssessments,
            Returns returns,
            NaDecisions naDecisions,
            Scorecards scorecards,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.completeness = completeness;
        this.supplement = supplement;
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.naDecisions = naDecisions;
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
        shown.put("supplementClosed", selfAssessment.supplementClosedAt() != null);
        shown.put("supplementBy", supplement.latest(task.cycle()));
        shown.put("leftOut", leftOut(task, checklist));
        shown.put("missing", List.of());
        shown.put(
                "criterionOptions",
                checklist.criteria().stream()
                        .map(criterion -> new Option(criterion.code(), criterion.code() + " " + criterion.text()))
                        .toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return ScorecardOverview.show(
                checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit()), pieces(task), task);
    }

    /** Only where somebody is to decide on them; each opens with what was said before. */
    private List<Map<String, Object>> leftOut(FormTask task, UnitChecklist checklist) {
        if (task.text("naApproval").equals(NaApproval.AUTOMATIC.name())) {
            return List.of();
        }
        Map<String, Boolean> before = naDecisions.of(task.cycle(), task.unit()).stream()
                .collect(Collectors.toMap(NaDecision::criterion, NaDecision::accepted));
        return scorecards.of(task.cycle(), task.unit()).stream()
                .map(ScorecardRow::self)
                .filter(score -> score != null && score.notApplicable())
                .map(score -> leftOut(checklist.get(score.criterion()), score, before.get(score.criterion())))
                .toList();
    }

    private static Map<String, Object> leftOut(Criterion criterion, SelfScore score, @Nullable Boolean accepted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", criterion.code());
        row.put("text", criterion.text());
        row.put("max", criterion.max());
        row.put("naReason", score.naReason());
        if (accepted != null) {
            row.put("naDecision", accepted ? ACCEPT : REFUSE);
        }
        return row;
    }

    private FiledPieces pieces(FormTask task) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_ASSESSMENT)));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        return decision.equals(SUPPLEMENT)
                ? Outcome.of(
                        ask(task, data),
                        Map.of(
                                "decision",
                                decision,
                                "supplementDueOn",
                                data.requiredDate("supplementBy").toString()))
                : Outcome.of(confirm(task, data), Map.of("decision", decision));
    }

    private List<Refusal> ask(FormTask task, FormData data) {
        List<Missing> missing = data.rows("missing").stream()
                .map(row -> new Missing(row.text("criterion"), row.text("what")))
                .toList();
        return supplement.request(
                task.cycle(),
                task.unit(),
                task.user(),
                data.text("reason"),
                data.requiredDate("supplementBy"),
                missing,
                decisions(data));
    }

    private List<Refusal> confirm(FormTask task, FormData data) {
        NaApproval needed = NaApproval.valueOf(task.text("naApproval"));
        return completeness.confirm(task.cycle(), task.unit(), task.user(), needed, decisions(data));
    }

    private static List<NaDecision> decisions(FormData data) {
        return data.rows("leftOut").stream()
                .map(row ->
                        new NaDecision(row.text("code"), row.text("naDecision").equals(ACCEPT)))
                .toList();
    }
}
