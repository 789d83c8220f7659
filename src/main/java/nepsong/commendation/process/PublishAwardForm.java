package nepsong.commendation.process;

import java.util.Map;
import nepsong.commendation.AwardPublication;
import nepsong.commendation.AwardRecords;
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
        shown.put("proposedAward", nomination.award().title());
        shown.put("consented", nomination.consentOn() != null);
        shown.put(
                "decisionText",
                records.decision(nomination.id())
                        .map(made -> "số " + made.documentNumber() + "/" + made.documentSymbol() + " ngày "
                                + NominationView.day(made.issuedOn()))
                        .orElse("chưa có"));
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        AwardPublication publication = new AwardPublication(
                task.text("nomination"),
                data.requiredDate("awardedOn"),
                data.text("place"),
                data.text("article"),
                data.textOrNull("articleLink"),
                data.choices("channels"),
                data.flag("photoPublished"));
        return Outcome.of(publish.publish(publication, task.user()), Map.of());
    }
}
