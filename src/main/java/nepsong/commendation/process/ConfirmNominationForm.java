package nepsong.commendation.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.ConfirmNomination;
import nepsong.commendation.Confirmation;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ConfirmNominationForm implements TaskForm {

    private final NominationView view;
    private final ConfirmNomination confirm;

    ConfirmNominationForm(NominationView view, ConfirmNomination confirm) {
        this.view = view;
        this.confirm = confirm;
    }

    @Override
    public String key() {
        return "commendation.confirm-by-unit";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return view.card(view.nomination(task));
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return confirm.objection(task.text("nomination"), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        Confirmation confirmation = new Confirmation(
                task.text("nomination"),
                data.integer("members"),
                data.integer("present"),
                data.number("inFavour").map(BigDecimal::intValueExact).orElse(0),
                decision.equals("approve"),
                data.textOrNull("papers"),
                data.textOrNull("reason"));
        return Outcome.of(confirm.confirm(confirmation, task.user()), Map.of("decision", decision));
    }
}
