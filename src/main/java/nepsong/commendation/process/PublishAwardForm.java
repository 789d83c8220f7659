package nepsong.commendation.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.AwardDecision;
import nepsong.commendation.AwardPublication;
import nepsong.commendation.AwardRecords;
import nepsong.commendation.HandoverWay;
import nepsong.commendation.Nomination;
import nepsong.commendation.PublishAward;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class PublishAwardForm implements TaskForm {

    private final NominationView view;
    private final AwardRecords records;
    private final PublishAward publish;

    PublishAwardForm(NominationView view, AwardRecords records, PublishAward publish) {
        this.view = view;
        this.records = records;
        this.publish = publish;
    }

    @Override
    public String key() {
        return "commendation.publish";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Nomination nomination = view.nomination(task);
        Map<String, Object> shown = view.card(nomination);
        shown.put("consented", nomination.consentOn() != null);
        shown.put("handover", HandoverWay.CEREMONY.name());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Nomination nomination = view.nomination(task);
        Optional<AwardDecision> decision = records.decision(nomination.id());
        return Map.of(
                "proposedAward",
                nomination.award().title(),
                "minutesPage",
                VoteMinutes.page(nomination),
                "decisionText",
                decision.map(made -> "số " + made.documentNumber() + "/" + made.documentSymbol() + " ngày "
                                + NominationView.day(made.issuedOn()))
                        .orElse("chưa có"),
                "prizeText",
                decision.map(AwardDecision::prize)
                        .map(prize -> DecisionDraft.money(prize.amount()) + " đồng")
                        .orElse("không có"));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        AwardPublication publication = new AwardPublication(
                task.text("nomination"),
                data.requiredDate("awardedOn"),
                HandoverWay.valueOf(data.text("handover")),
                data.text("place"),
                data.text("article"),
                data.textOrNull("articleLink"),
                data.choices("channels"),
                data.flag("photoPublished"),
                data.number("reached").map(BigDecimal::intValueExact).orElse(null));
        return Outcome.of(publish.publish(publication, task.user()), Map.of());
    }
}
