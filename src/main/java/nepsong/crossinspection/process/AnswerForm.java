package nepsong.crossinspection.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.crossinspection.AnswerExplanation;
import nepsong.crossinspection.AnswerExplanation.Choice;
import nepsong.crossinspection.CrossScores;
import nepsong.crossinspection.DisputedRow;
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
class AnswerForm implements TaskForm {

    private final AnswerExplanation answering;
    private final CrossScores crossScores;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    AnswerForm(
            AnswerExplanation answering, CrossScores crossScores, UnitChecklists checklists, EvidencePieces evidence) {
        this.evidence = evidence;
        this.answering = answering;
        this.crossScores = crossScores;
        this.checklists = checklists;
    }

    @Override
    public String key() {
        return "cross-inspection.answer";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<DisputedRow> open = crossScores.disputed(task.cycle(), task.unit()).stream()
                .filter(row -> !row.agreed())
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put(
                "criteria",
                open.stream().map(row -> ScoreTables.row(checklist, row)).toList());
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

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Choice> choices = data.rows("criteria").stream()
                .map(row -> new Choice(
                        row.text("code"),
                        row.text("decision"),
                        row.number("finalScore").orElse(null),
                        row.text("reason")))
                .toList();
        AnswerExplanation.Answered answered = answering.answer(task.cycle(), task.unit(), choices, task.user());
        return Outcome.of(answered.refusals(), Map.of("stillDisputed", answered.stillDisputed()));
    }
}
