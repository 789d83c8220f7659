package nepsong.evaluation.process;

import java.util.Map;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.AcceptResult;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Appraisals;
import nepsong.evaluation.FileAppeal;
import nepsong.organisation.TypedText;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ConsiderResultForm implements TaskForm {

    private final AcceptResult accepting;
    private final FileAppeal appealing;
    private final Appraisals appraisals;
    private final ResultView view;
    private final UnitChecklists checklists;

    ConsiderResultForm(
            AcceptResult accepting,
            FileAppeal appealing,
            Appraisals appraisals,
            ResultView view,
            UnitChecklists checklists) {
        this.checklists = checklists;
        this.accepting = accepting;
        this.appealing = appealing;
        this.appraisals = appraisals;
        this.view = view;
    }

    @Override
    public String key() {
        return "appeal.consider-result";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of(
                "criterionOptions",
                checklists.of(task.cycle(), task.unit()).criteria().stream()
                        .map(criterion -> new Option(criterion.code(), criterion.code() + " " + criterion.text()))
                        .toList());
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = view.open(task.cycle(), task.unit());
        shown.put("unitName", task.text("unitName"));
        shown.put(
                "appraisalText",
                appraisalText(appraisals
                        .of(task.cycle(), task.unit())
                        .orElseGet(() -> Appraisal.none(task.cycle(), task.unit()))));
        return shown;
    }

    private static String appraisalText(Appraisal appraisal) {
        return "Thưởng: %s. Trừ: %s. Điều kiện hạ loại: %s. Điều chỉnh: %s."
                .formatted(
                        orNone(appraisal.bonusReason()),
                        orNone(appraisal.penaltyReason()),
                        orNone(appraisal.vetoNote()),
                        appraisal.confirmedGrade() == null ? "không" : orNone(appraisal.adjustmentReason()));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "không" : TypedText.withinSentence(text);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Map<String, Object> decision = Map.of("decision", data.text("decision"));
        if (data.text("decision").equals("accept")) {
            accepting.accept(task.cycle(), task.unit(), task.user());
            return Outcome.accepted(decision);
        }
        return Outcome.of(
                appealing.file(task.cycle(), task.unit(), task.user(), data.text("reason"), data.choices("criteria")),
                decision);
    }
}
