package nepsong.directive.process;

import java.util.Map;
import nepsong.cycle.Affair;
import nepsong.delegation.StandIns;
import nepsong.directive.Directive;
import nepsong.directive.IssueDirective;
import nepsong.directive.Plan;
import nepsong.directive.PlanDecision;
import nepsong.directive.PlanReviews;
import nepsong.directive.Plans;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class EnterIssueForm implements TaskForm {

    private final Plans plans;
    private final PlanReviews reviews;
    private final PlanView view;
    private final People people;
    private final IssueDirective issue;
    private final StandIns standIns;
    private final OlderModels models;

    EnterIssueForm(
            Plans plans,
            PlanReviews reviews,
            PlanView view,
            People people,
            IssueDirective issue,
            StandIns standIns,
            OlderModels models) {
        this.models = models;
        this.standIns = standIns;
        this.plans = plans;
        this.reviews = reviews;
        this.view = view;
        this.people = people;
        this.issue = issue;
    }

    @Override
    public String key() {
        return "directive.enter-issue";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of("documentSymbol", "KH-UBND");
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Plan plan = plans.get(task.cycle());
        PlanDecision signed = reviews.lastDecision(task.cycle()).orElseThrow();
        Map<String, Object> shown = view.of(plan);
        shown.put(
                "signedBy",
                people.find(signed.decidedBy())
                        .map(one -> standIns.author(one.id(), Affair.ofCycle(task.cycle()), "directive.decide"))
                        .orElse("lãnh đạo Sở"));
        shown.put(
                "signedOn",
                PlanView.day(signed.decidedAt().atZone(WorkingCalendar.ZONE).toLocalDate()));
        shown.put(
                "draftedOn",
                PlanView.day(plan.draftedAt().atZone(WorkingCalendar.ZONE).toLocalDate()));
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Directive directive = new Directive(
                task.cycle(),
                data.integer("documentNumber"),
                data.text("documentSymbol"),
                data.requiredDate("issuedOn"),
                task.user());
        Outcome issued = Outcome.of(issue.issue(directive), Map.of());
        if (issued.isAccepted()) {
            models.issued(task);
        }
        return issued;
    }
}
