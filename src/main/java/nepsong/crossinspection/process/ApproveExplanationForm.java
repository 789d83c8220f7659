package nepsong.crossinspection.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.crossinspection.ApproveExplanation;
import nepsong.crossinspection.CrossScores;
import nepsong.crossinspection.DisputedRow;
import nepsong.crossinspection.Inspections;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ApproveExplanationForm implements TaskForm {

    private final ApproveExplanation approval;
    private final CrossScores crossScores;
    private final Inspections inspections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    ApproveExplanationForm(
            ApproveExplanation approval,
            CrossScores crossScores,
            Inspections inspections,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.approval = approval;
        this.crossScores = crossScores;
        this.inspections = inspections;
        this.checklists = checklists;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "cross-inspection.approve-explanation";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<DisputedRow> asked = crossScores.disputed(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put(
                "caution",
                approval.objection(task.cycle(), task.unit(), task.user()).orElse(""));
        shown.put("askedCount", asked.size());
        shown.put("disputedCount", asked.stream().filter(row -> !row.agreed()).count());
        Map<String, Integer> files = evidence.counts(task.cycle(), task.unit(), EvidenceKind.EXPLANATION);
        shown.put(
                "details",
                asked.stream().map(row -> detail(task, checklist, row, files)).toList());
        shown.put("findings", FindingTable.of(task, inspections.findings(task.cycle(), task.unit()), evidence));
        return shown;
    }

    private static Map<String, Object> detail(
            FormTask task, UnitChecklist checklist, DisputedRow asked, Map<String, Integer> files) {
        Map<String, Object> words = ScoreTables.words(checklist, asked);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", asked.criterion());
        row.put("text", checklist.get(asked.criterion()).text());
        row.put("self", ScorecardCatalogue.selfInATable(checklist.get(asked.criterion()), asked.row()));
        row.put("cross", words.get("cross"));
        row.put("note", words.get("note"));
        row.put("said", asked.agreed() ? "Thống nhất" : words.get("explanation"));
        row.put("wanted", asked.agreed() ? "–" : words.get("wanted"));
        row.put("pieces", files.getOrDefault(asked.criterion(), 0));
        row.put("page", "/evidence/" + task.id());
        return row;
    }

    /** A return gives no new days: the coordinator explains again by the day that the task was due. */
    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        if (decision.equals("return")) {
            approval.giveBack(task.cycle(), task.unit(), data.text("reason"));
            return Outcome.accepted(Words.with(Map.of("decision", decision), "explainDueOn", task));
        }
        return Outcome.of(approval.approve(task.cycle(), task.unit(), task.user()), Map.of("decision", decision));
    }
}
