package nepsong.commendation.process;

import java.util.Map;
import nepsong.commendation.AppraiseNomination;
import nepsong.commendation.Eligibility;
import nepsong.commendation.FoundFacts;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Results;
import org.springframework.stereotype.Component;

@Component
class AppraiseNominationForm implements TaskForm {

    private final NominationView view;
    private final Nominations nominations;
    private final Results results;
    private final AppraiseNomination appraise;

    AppraiseNominationForm(NominationView view, Nominations nominations, Results results, AppraiseNomination appraise) {
        this.view = view;
        this.nominations = nominations;
        this.results = results;
        this.appraise = appraise;
    }

    @Override
    public String key() {
        return "commendation.appraise";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("collective", nomination.subject().isCollective());
        shown.put("confirmation", view.confirmation(nomination));
        shown.put("resultText", result(nomination));
        shown.put("earlierAppraisals", view.earlierAppraisals(nomination));
        shown.put("notes", view.notes(nomination));
        shown.put(
                "awardedBefore",
                NominationView.joined(nominations.duplicatesOf(nomination).stream()
                        .filter(other -> other.state() == NominationState.AWARDED)
                        .map(other -> other.id() + " (" + other.award().title() + ")")
                        .toList()));
        return shown;
    }

    private String result(Nomination nomination) {
        String cycle = nomination.cycle();
        return cycle == null
                ? "đề nghị ngoài kỳ kiểm tra"
                : results.of(cycle, nomination.unit())
                        .map(result -> "xếp loại " + result.grade().title() + ", thứ " + result.rank() + " trong khối")
                        .orElse("chưa có kết quả");
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        FoundFacts facts = new FoundFacts(
                data.flag("underDiscipline"),
                data.flag("underInvestigation"),
                data.flag("complaintBeingVerified"),
                data.flag("pressReportBeingVerified"),
                data.flag("sameAchievementAwarded"),
                data.flag("civilServant"),
                data.textOrNull("lastYearRating"));
        AppraiseNomination.Appraised appraised = appraise.appraise(
                task.text("nomination"),
                facts,
                data.flag("incomplete") ? data.text("supplementRequest") : null,
                data.textOrNull("remark"),
                task.user());
        Eligibility eligibility = appraised.eligibility();
        return eligibility == null
                ? Outcome.refused(appraised.refusals())
                : Outcome.accepted(Map.of("eligibility", eligibility.name()));
    }
}
