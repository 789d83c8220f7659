package nepsong.directive.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.cycle.Affair;
import nepsong.delegation.StandIns;
import nepsong.directive.DecidePlan;
import nepsong.directive.Plan;
import nepsong.directive.PlanDecision;
import nepsong.directive.PlanOpinion;
import nepsong.directive.PlanReviews;
import nepsong.directive.Plans;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

@Component
class DecideForm implements TaskForm {

    private final Plans plans;
    private final PlanReviews reviews;
    private final PlanView view;
    private final People people;
    private final DecidePlan decide;
    private final StandIns standIns;
    private final EvidencePieces papers;

    DecideForm(
            Plans plans,
            PlanReviews reviews,
            PlanView view,
            People people,
            DecidePlan decide,
            StandIns standIns,
            EvidencePieces papers) {
        this.papers = papers;
        this.standIns = standIns;
        this.plans = plans;
        this.reviews = reviews;
        this.view = view;
        this.people = people;
        this.decide = decide;
    }

    @Override
    public String key() {
        return "directive.decide";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Plan plan = plans.get(task.cycle());
        Map<String, Object> shown = view.of(plan);
        shown.put("round", plan.round());
        List<PlanOpinion> opinions = reviews.opinions(plan.cycle(), plan.round());
        shown.put(
                "opinions", opinions.stream().map(one -> row(plan.cycle(), one)).toList());
        shown.put("opinionFiles", papers.count(Dossier.ofCycle(task.cycle()), EvidenceKind.PLAN_OPINION));
        return shown;
    }

    private Map<String, Object> row(String cycle, PlanOpinion opinion) {
        Optional<Person> person = people.find(opinion.givenBy().isEmpty() ? opinion.seat() : opinion.givenBy());
        return Map.of(
                "name",
                        person.map(one -> standIns.author(one.id(), Affair.ofCycle(cycle), "directive.give-opinion"))
                                .orElse(opinion.seat()),
                "agency", person.map(Person::agency).filter(Objects::nonNull).orElse(""),
                "decision", opinion.agrees() ? "Thống nhất" : "Có ý kiến khác",
                "text", Objects.requireNonNullElse(opinion.text(), "–"));
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return decide.objection(task.cycle(), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        Map<String, Object> routing = decision.equals(PlanDecision.REFUSED)
                ? Map.of("decision", decision, "issued", false)
                : Map.of("decision", decision);
        return Outcome.of(decide.decide(task.cycle(), decision, data.textOrNull("reason"), task.user()), routing);
    }
}
