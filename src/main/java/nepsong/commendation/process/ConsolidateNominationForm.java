package nepsong.commendation.process;

import java.util.Map;
import nepsong.commendation.ConsolidateNomination;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ConsolidateNominationForm implements TaskForm {

    private final NominationView view;
    private final Nominations nominations;
    private final ConsolidateNomination consolidate;

    ConsolidateNominationForm(NominationView view, Nominations nominations, ConsolidateNomination consolidate) {
        this.view = view;
        this.nominations = nominations;
        this.consolidate = consolidate;
    }

    @Override
    public String key() {
        return "commendation.consolidate";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("confirmation", view.confirmation(nomination));
        shown.put(
                "duplicates",
                nominations.duplicatesOf(nomination).stream()
                        .map(other -> Map.of(
                                "code", other.id(),
                                "award", other.award().title(),
                                "period",
                                        NominationView.day(other.achievement().from()) + " – "
                                                + NominationView.day(
                                                        other.achievement().to()),
                                "stateText", other.state().title()))
                        .toList());
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        return Outcome.of(
                consolidate.consolidate(
                        task.text("nomination"), decision.equals("approve"), data.textOrNull("reason"), task.user()),
                Map.of("decision", decision));
    }
}
