package nepsong.evaluation.process;

import java.util.List;
import java.util.Map;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Publication;
import nepsong.evaluation.PublishResults;
import nepsong.evaluation.Reports;
import nepsong.evaluation.ReturnReport;
import org.springframework.stereotype.Component;

@Component
class PublishForm implements TaskForm {

    private final PublishResults publishing;
    private final ReturnReport giveBack;
    private final Reports reports;
    private final ReportView view;

    PublishForm(PublishResults publishing, ReturnReport giveBack, Reports reports, ReportView view) {
        this.publishing = publishing;
        this.giveBack = giveBack;
        this.reports = reports;
        this.view = view;
    }

    @Override
    public String key() {
        return "evaluation.publish";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of("documentSymbol", "QĐ-SVHTT", "madePublic", List.of(Publication.RANKING));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = view.of(reports.get(task.cycle()));
        shown.put("results", view.results(task.cycle()));
        shown.putAll(view.conclusion(reports.get(task.cycle())));
        shown.put("caution", publishing.objection(task.cycle(), task.user()).orElse(""));
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Map<String, Object> decision = Map.of("decision", data.text("decision"));
        if (!data.text("decision").equals("approve")) {
            giveBack.giveBack(task.cycle(), data.text("reason"));
            return Outcome.accepted(decision);
        }
        return Outcome.of(
                publishing.publish(
                        task.cycle(),
                        task.user(),
                        data.integer("documentNumber"),
                        data.text("documentSymbol"),
                        data.requiredDate("issuedOn"),
                        data.choices("madePublic")),
                decision);
    }
}
