package nepsong.commendation.process;

import java.time.LocalDate;
import java.util.Map;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Nomination;
import nepsong.commendation.SupplementNomination;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class SupplementNominationForm implements TaskForm {

    private final NominationView view;
    private final SupplementNomination supplement;

    SupplementNominationForm(NominationView view, SupplementNomination supplement) {
        this.view = view;
        this.supplement = supplement;
    }

    @Override
    public String key() {
        return "commendation.supplement";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("request", view.request(nomination));
        shown.put("achievement", nomination.achievement().text());
        shown.put("goodDeed", nomination.proposed() == AwardForm.GOOD_PERSON_GOOD_DEED);
        LocalDate deedOn = nomination.achievement().deedOn();
        if (deedOn != null) {
            shown.put("deedDate", deedOn);
        }
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(
                supplement.supplement(
                        task.text("nomination"),
                        data.text("achievement"),
                        data.date("deedDate").orElse(null),
                        data.text("note"),
                        task.user()),
                Map.of());
    }
}
