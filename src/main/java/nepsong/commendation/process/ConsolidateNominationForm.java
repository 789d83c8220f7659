package nepsong.commendation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.ConsolidateNomination;
import nepsong.commendation.Consolidation;
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
        return view.card(view.nomination(task));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Nomination nomination = view.nomination(task);
        List<Nomination> sameYear = nominations.namesakesOf(nomination).stream()
                .filter(nomination::isOfTheYearOf)
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("confirmation", view.confirmation(nomination));
        shown.put("papers", view.papers(nomination));
        shown.putAll(view.files(nomination));
        shown.put("earlierAwards", view.earlierAwards(nomination));
        shown.put("duplicateText", warning(sameYear));
        shown.put(
                "duplicates",
                sameYear.stream()
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

    private static String warning(List<Nomination> sameYear) {
        long awarded =
                sameYear.stream().filter(other -> other.state().isAward()).count();
        if (sameYear.isEmpty()) {
            return "không có";
        }
        return "có " + sameYear.size() + " hồ sơ khác, trong đó " + awarded + " hồ sơ đã được khen";
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return consolidate.objection(task.text("nomination"), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        return Outcome.of(
                consolidate.consolidate(
                        new Consolidation(
                                task.text("nomination"),
                                decision.equals("approve") ? checks(data) : null,
                                data.textOrNull("reason")),
                        task.user()),
                Map.of("decision", decision));
    }

    private static Consolidation.Checks checks(FormData data) {
        return new Consolidation.Checks(
                data.flag("dossierComplete"),
                data.flag("rightSubject"),
                data.flag("rightAuthority"),
                data.flag("noDuplicate"));
    }
}
