package nepsong.crossinspection.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.crossinspection.CrossScores;
import nepsong.crossinspection.CrossScores.Explanation;
import nepsong.crossinspection.DisputedRow;
import nepsong.crossinspection.ExplainScores;
import nepsong.crossinspection.Inspections;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.selfassessment.ScorecardRow.Dispute;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ExplainForm implements TaskForm, AssignmentWords {

    private final ExplainScores explaining;
    private final CrossScores crossScores;
    private final Inspections inspections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    ExplainForm(
            ExplainScores explaining,
            CrossScores crossScores,
            Inspections inspections,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.evidence = evidence;
        this.explaining = explaining;
        this.crossScores = crossScores;
        this.inspections = inspections;
        this.checklists = checklists;
    }

    @Override
    public String key() {
        return "cross-inspection.explain";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<DisputedRow> asked = crossScores.disputed(task.cycle(), task.unit());
        return Map.of("criteria", asked.stream().map(row -> row(checklist, row)).toList());
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<DisputedRow> asked = crossScores.disputed(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put("askedCount", asked.size());
        shown.put("returnReason", inspections.get(task.cycle(), task.unit()).explanationReturnReason());
        shown.put("findings", FindingTable.of(task, inspections.findings(task.cycle(), task.unit()), evidence));
        shown.put("catalogue", ScoreTables.catalogue(checklist, asked));
        shown.put(
                "explanationFiles",
                ScoreTables.files(asked, evidence.counts(task.cycle(), task.unit(), EvidenceKind.EXPLANATION)));
        return shown;
    }

    private static Map<String, Object> row(UnitChecklist checklist, DisputedRow asked) {
        Map<String, Object> row = ScoreTables.row(checklist, asked);
        Dispute said = asked.row().dispute();
        row.put("agreed", said == null || said.agreed());
        if (said != null && said.explanation() != null) {
            row.put("explanation", said.explanation());
        }
        if (said != null && said.proposedScore() != null) {
            row.put("proposedScore", said.proposedScore());
        }
        return row;
    }

    @Override
    public Optional<Wording> words(AssignedTask task) {
        int asked = crossScores.disputed(task.cycle(), task.unit()).size();
        return Optional.of(new Wording("cross-inspection.explanation-invited", Map.of("count", asked)));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Explanation> explanations = data.rows("criteria").stream()
                .map(row -> new Explanation(
                        row.text("code"),
                        row.flag("agreed"),
                        row.textOrNull("explanation"),
                        row.number("proposedScore").orElse(null)))
                .toList();
        return Outcome.of(
                explaining.explain(task.cycle(), task.unit(), explanations, task.user()),
                Words.with(
                        Map.of("allAgreed", explanations.stream().allMatch(Explanation::agreed)),
                        "approveExplanationDueOn",
                        task));
    }
}
