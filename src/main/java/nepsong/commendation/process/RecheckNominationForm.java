package nepsong.commendation.process;

import java.util.Map;
import nepsong.commendation.Nomination;
import nepsong.commendation.RecheckNomination;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class RecheckNominationForm implements TaskForm {

    private final NominationView view;
    private final RecheckNomination recheck;

    RecheckNominationForm(NominationView view, RecheckNomination recheck) {
        this.view = view;
        this.recheck = recheck;
    }

    @Override
    public String key() {
        return "commendation.recheck";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("holdReason", view.lastAppraisal(nomination));
        shown.put("notes", view.notes(nomination));
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(recheck.recheck(task.text("nomination"), data.text("note"), task.user()), Map.of());
    }
}
