package nepsong.commendation.process;

import java.util.Map;
import nepsong.commendation.AwardDecision;
import nepsong.commendation.Ballots;
import nepsong.commendation.DecideAward;
import nepsong.commendation.Nomination;
import nepsong.commendation.VoteResult;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class DecideAwardForm implements TaskForm {

    private final NominationView view;
    private final Ballots ballots;
    private final DecideAward decide;

    DecideAwardForm(NominationView view, Ballots ballots, DecideAward decide) {
        this.view = view;
        this.ballots = ballots;
        this.decide = decide;
    }

    @Override
    public String key() {
        return "commendation.decide";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("proposedAward", nomination.award().title());
        shown.put("appraisal", view.lastAppraisal(nomination));
        shown.put("posting", view.posting(nomination));
        shown.put("voteText", ballots.result(nomination.id()).map(this::count).orElse("chưa có"));
        shown.put("documentSymbol", "QĐ-UBND");
        return shown;
    }

    private String count(VoteResult result) {
        return result.inFavour() + "/" + result.members() + " thành viên đồng ý, " + result.voted()
                + " phiếu, tỷ lệ cần đạt " + result.requiredPercent() + " %: " + result.reason()
                + ". Lý do không đồng ý: "
                + NominationView.joined(ballots.objections(result.nomination()));
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
                data.date("issuedOn").orElse(null));
        return Outcome.of(decide.decide(made, task.user()), Map.of("decision", decision));
    }
}
