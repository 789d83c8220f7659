package nepsong.evaluation.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.GiveReportOpinion;
import nepsong.evaluation.GiveReportOpinion.Said;
import nepsong.evaluation.Reports;
import org.springframework.stereotype.Component;

@Component("reportOpinionForm")
class GiveOpinionForm implements TaskForm, AssignmentWords {

    private final GiveReportOpinion giving;
    private final Reports reports;
    private final ReportView view;

    GiveOpinionForm(GiveReportOpinion giving, Reports reports, ReportView view) {
        this.giving = giving;
        this.reports = reports;
        this.view = view;
    }

    @Override
    public String key() {
        return "evaluation.give-opinion";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of("remarks", List.of());
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = view.of(reports.get(task.cycle()));
        shown.put("results", view.results(task.cycle()));
        return shown;
    }

    @Override
    public Optional<Wording> words(AssignedTask task) {
        return Optional.of(new Wording(
                "evaluation.opinion-requested",
                Map.of("version", reports.get(task.cycle()).version())));
    }

    /** The opinion is that of the member who was asked, whoever of the office typed it. */
    @Override
    public Outcome submit(FormTask task, FormData data) {
        String member = task.text("member");
        if (data.text("decision").equals("approve")) {
            giving.consent(task.cycle(), member);
        } else {
            giving.comment(
                    task.cycle(),
                    member,
                    data.text("reason"),
                    data.rows("remarks").stream()
                            .map(row -> new Said(
                                    row.text("section"),
                                    row.text("kind"),
                                    row.text("text"),
                                    row.text("proposal"),
                                    row.text("reason")))
                            .toList());
        }
        return Outcome.accepted();
    }
}
