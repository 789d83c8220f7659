package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.crossinspection.CrossScores;
import nepsong.crossinspection.CrossScores.Settlement;
import nepsong.crossinspection.DisputedRow;
import nepsong.crossinspection.SettleScores;
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
class SettleForm implements TaskForm {

    private final SettleScores settling;
    private final CrossScores crossScores;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    SettleForm(SettleScores settling, CrossScores crossScores, UnitChecklists checklists, EvidencePieces evidence) {
        this.evidence = evidence;
        this.settling = settling;
        this.crossScores = crossScores;
        this.checklists = checklists;
    }

    @Override
    public String key() {
        return "cross-inspection.settle";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<DisputedRow> open = crossScores.disputed(task.cycle(), task.unit()).stream()
                .filter(DisputedRow::stillDisputed)
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put("criteria", open.stream().map(row -> row(checklist, row)).toList());
        shown.put("catalogue", ScoreTables.catalogue(checklist, open));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return Map.of(
                "explanationFiles",
                ScoreTables.files(
                        crossScores.disputed(task.cycle(), task.unit()),
                        evidence.counts(task.cycle(), task.unit(), EvidenceKind.EXPLANATION)));
    }

    /** Opens with what was answered, which the head of team confirms or changes. */
    private static Map<String, Object> row(UnitChecklist checklist, DisputedRow open) {
        Map<String, Object> row = ScoreTables.row(checklist, open);
        DisputedRow.Outcome answered = open.answered();
        BigDecimal score = answered == null ? null : answered.score();
        row.put("notApplicable", answered != null && answered.notApplicable());
        if (score != null) {
            row.put("finalScore", score);
        }
        return row;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Settlement> settlements = data.rows("criteria").stream()
                .map(row -> new Settlement(
                        row.text("code"), row.number("finalScore").orElse(null), row.text("reason")))
                .toList();
        return Outcome.of(settling.settle(task.cycle(), task.unit(), settlements, task.user()), Map.of());
    }
}
