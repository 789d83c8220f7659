package nepsong.selfassessment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.cycle.Refusal;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SupplementSelfAssessment;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class SupplementForm implements TaskForm {

    private final SupplementSelfAssessment supplement;
    private final Returns returns;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    SupplementForm(
            SupplementSelfAssessment supplement,
            Returns returns,
            Scorecards scorecards,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.supplement = supplement;
        this.returns = returns;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "self-assessment.supplement";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return ScorecardView.open(checklists.of(task.cycle(), task.unit()), asked(task));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("returnReason", Words.newestReason(returns.of(task.cycle(), task.unit())));
        shown.put(
                "missing",
                returns.missing(task.cycle(), task.unit()).stream()
                        .map(missing -> Map.of(
                                "code", missing.criterion(),
                                "text", checklist.get(missing.criterion()).text(),
                                "what", missing.what()))
                        .toList());
        shown.putAll(ScorecardView.show(checklist, asked(task), pieces(task)));
        return shown;
    }

    /** The rows that the secretary named; the others were approved as they stand, and are not in this form. */
    private List<ScorecardRow> asked(FormTask task) {
        Set<String> named = Set.copyOf(returns.criteriaToSupplement(task.cycle(), task.unit()));
        return scorecards.of(task.cycle(), task.unit()).stream()
                .filter(row -> named.contains(row.criterion()))
                .toList();
    }

    private FiledPieces pieces(FormTask task) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_ASSESSMENT)));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Refusal> refusals = supplement.supplement(task.cycle(), task.unit(), ScorecardView.read(data));
        return refusals.isEmpty()
                ? Outcome.accepted(NaFacts.with(
                        "supplemented",
                        checklists.of(task.cycle(), task.unit()),
                        scorecards.of(task.cycle(), task.unit())))
                : Outcome.refused(refusals);
    }
}
