package nepsong.commendation.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.CastVote;
import nepsong.commendation.Nomination;
import nepsong.commendation.VoteChoice;
import nepsong.commendation.VoteWay;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The vote is no variable of the process: only the ballots know of it. */
@Component
class VoteForm implements TaskForm, AssignmentWords {

    private final NominationView view;
    private final ChecklistTable checklist;
    private final CastVote vote;

    VoteForm(NominationView view, ChecklistTable checklist, CastVote vote) {
        this.view = view;
        this.checklist = checklist;
        this.vote = vote;
    }

    @Override
    public String key() {
        return "commendation.vote";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Map<String, Object> shown = view.card(view.nomination(task));
        // Who only fills in this form does not sit in the room.
        shown.put("way", VoteWay.WRITING.name());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("proposedAward", nomination.award().title());
        shown.putAll(view.files(nomination));
        shown.put("appraisal", view.lastAppraisal(nomination));
        shown.put("posting", view.posting(nomination));
        shown.put("confirmation", view.confirmation(nomination));
        shown.put("earlierAwards", view.earlierAwards(nomination));
        shown.put("checklist", checklist.of(nomination));
        shown.put("caution", vote.conflict(nomination.id(), task.text("member")).orElse(""));
        return shown;
    }

    /** Each nomination is voted on by itself; many at once are gathered in one mail. */
    @Override
    public Optional<Wording> words(AssignedTask task) {
        return Optional.of(new Wording("commendation.vote-requested", Map.of("count", 1)));
    }

    /** A draft would tell, with a name, what the ballots keep without one. */
    @Override
    public boolean keepsDrafts() {
        return false;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        VoteChoice choice =
                switch (data.text("decision")) {
                    case "approve" -> VoteChoice.IN_FAVOUR;
                    case "against" -> VoteChoice.AGAINST;
                    default -> VoteChoice.ABSTAIN;
                };
        return Outcome.of(
                vote.cast(
                        task.text("nomination"),
                        task.text("member"),
                        task.user(),
                        choice,
                        VoteWay.valueOf(data.text("way")),
                        data.textOrNull("reason")),
                Map.of());
    }
}
