package nepsong.commendation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.AwardDecision;
import nepsong.commendation.DecideAward;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Prize;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class DecideAwardForm implements TaskForm {

    private final NominationView view;
    private final ChecklistTable checklist;
    private final VoteMinutes minutes;
    private final Nominations nominations;
    private final DecideAward decide;
    private final Clock clock;

    DecideAwardForm(
            NominationView view,
            ChecklistTable checklist,
            VoteMinutes minutes,
            Nominations nominations,
            DecideAward decide,
            Clock clock) {
        this.view = view;
        this.checklist = checklist;
        this.minutes = minutes;
        this.nominations = nominations;
        this.decide = decide;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "commendation.decide";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("documentSymbol", "QĐ-UBND");
        shown.put(
                "decisionDraft",
                DecisionDraft.of(nomination, view.unitName(nomination.unit()), decide.prize(nomination, today())));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.putAll(view.files(nomination));
        shown.put("proposedAward", nomination.award().title());
        shown.put("appraisal", view.lastAppraisal(nomination));
        shown.put("posting", view.posting(nomination));
        shown.put("earlierAwards", view.earlierAwards(nomination));
        shown.put("checklist", checklist.of(nomination));
        shown.put("voteMinutes", minutes.of(nomination));
        shown.put("minutesPage", VoteMinutes.page(nomination));
        shown.put("prizeText", money(decide.prize(nomination, today())));
        shown.put("awaiting", awaiting(nomination));
        return shown;
    }

    /** The list on which this nomination stands. */
    private List<Map<String, Object>> awaiting(Nomination nomination) {
        return nominations.awaitingDecision(nomination.cycle()).stream()
                .map(one -> Map.<String, Object>of(
                        "code", one.id(),
                        "name", one.subject().name(),
                        "unitName", view.unitName(one.unit()),
                        "award", one.award().title(),
                        "prize", money(decide.prize(one, today()))))
                .toList();
    }

    private static String money(Prize prize) {
        return DecisionDraft.money(prize.amount()) + " đồng";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return decide.objection(task.text("nomination"), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        boolean signed = decision.equals("approve");
        AwardDecision made = new AwardDecision(
                task.text("nomination"),
                signed,
                data.textOrNull("reason"),
                signed ? data.integer("documentNumber") : null,
                data.textOrNull("documentSymbol"),
                data.date("issuedOn").orElse(null),
                signed ? data.textOrNull("decisionDraft") : null,
                null);
        return Outcome.of(decide.decide(made, task.user()), Map.of("decision", decision));
    }
}
