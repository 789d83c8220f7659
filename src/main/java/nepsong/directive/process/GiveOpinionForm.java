package nepsong.directive.process;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.directive.GiveOpinion;
import nepsong.directive.PlanOpinion;
import nepsong.directive.Plans;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

@Component
class GiveOpinionForm implements TaskForm, AssignmentWords {

    private final Plans plans;
    private final PlanView view;
    private final People people;
    private final GiveOpinion give;

    GiveOpinionForm(Plans plans, PlanView view, People people, GiveOpinion give) {
        this.plans = plans;
        this.view = view;
        this.people = people;
        this.give = give;
    }

    @Override
    public String key() {
        return "directive.give-opinion";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = view.of(plans.get(task.cycle()));
        Optional<Person> asked = people.find(task.text("opinionBy"));
        shown.put(
                "agency",
                asked.map(Person::agency)
                        .filter(Objects::nonNull)
                        .or(() -> asked.map(Person::name))
                        .orElse("bạn"));
        return shown;
    }

    @Override
    public Optional<Wording> words(AssignedTask task) {
        return Optional.of(new Wording(
                "directive.opinion-requested",
                Map.of("documentTitle", plans.lastDraft(task.cycle()).name())));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        PlanOpinion opinion = new PlanOpinion(
                task.text("opinionBy"),
                task.user(),
                data.text("decision").equals("approve"),
                data.textOrNull("reason"));
        return Outcome.of(give.give(task.cycle(), opinion), Map.of());
    }
}
