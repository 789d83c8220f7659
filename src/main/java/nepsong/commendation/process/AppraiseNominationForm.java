package nepsong.commendation.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.AppraiseNomination;
import nepsong.commendation.AwardAppraisals;
import nepsong.commendation.Eligibility;
import nepsong.commendation.FoundFacts;
import nepsong.commendation.Nomination;
import nepsong.commendation.OpinionState;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Results;
import org.springframework.stereotype.Component;

@Component
class AppraiseNominationForm implements TaskForm {

    private final NominationView view;
    private final ChecklistTable checklist;
    private final AwardAppraisals appraisals;
    private final Results results;
    private final AppraiseNomination appraise;

    AppraiseNominationForm(
            NominationView view,
            ChecklistTable checklist,
            AwardAppraisals appraisals,
            Results results,
            AppraiseNomination appraise) {
        this.view = view;
        this.checklist = checklist;
        this.appraisals = appraisals;
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
        shown.put("person", nomination.subject().isPerson());
        FoundFacts before = appraisals
                .last(nomination.id())
                .map(AwardAppraisals.Line::facts)
                .orElse(FoundFacts.none());
        answered(shown, "policeTaxOpinion", before.policeTaxOpinion());
        answered(shown, "consultation", before.consultation());
        return shown;
    }

    /** What was awaited must be asked again; it opens unanswered. */
    private static void answered(Map<String, Object> shown, String key, OpinionState before) {
        if (before != OpinionState.WAITING) {
            shown.put(key, before.name());
        }
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("confirmation", view.confirmation(nomination));
        shown.put("resultText", result(nomination));
        shown.put("earlierAppraisals", view.earlierAppraisals(nomination));
        shown.put("notes", view.notes(nomination));
        shown.put("papers", view.papers(nomination));
        shown.putAll(view.files(nomination));
        shown.put("earlierAwards", view.earlierAwards(nomination));
        shown.put("consolidated", checklist.consolidated(nomination));
        return shown;
    }

    private String result(Nomination nomination) {
        if (!nomination.subject().isCollective()) {
            return "chỉ xét với tập thể";
        }
        String cycle = nomination.cycle();
        return cycle == null
                ? "đề nghị ngoài kỳ kiểm tra"
                : results.of(cycle, nomination.unit())
                        .map(result -> "xếp loại " + result.grade().title() + ", thứ " + result.rank() + " trong khối")
                        .orElse("chưa có kết quả");
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return appraise.objection(task.text("nomination"), task.user());
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
                data.textOrNull("lastYearRating"),
                data.flag("wrongSubject"),
                data.flag("wrongAuthority"),
                OpinionState.valueOf(data.text("policeTaxOpinion")),
                OpinionState.valueOf(data.text("consultation")));
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
