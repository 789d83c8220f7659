package nepsong.commendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office records that an award was handed over and made known. */
@Component
public class PublishAward {

    private final Nominations nominations;
    private final AwardRecords records;
    private final NominationMails mails;

    PublishAward(Nominations nominations, AwardRecords records, NominationMails mails) {
        this.nominations = nominations;
        this.records = records;
        this.mails = mails;
    }

    @Transactional
    public List<Refusal> publish(AwardPublication publication, String by) {
        Nomination nomination = nominations.get(publication.nomination());
        List<Refusal> refusals = new ArrayList<>();
        LocalDate issuedOn =
                records.decision(nomination.id()).map(AwardDecision::issuedOn).orElse(null);
        if (issuedOn != null && publication.awardedOn().isBefore(issuedOn)) {
            refusals.add(Refusal.of("awardedOn", "Ngày trao thưởng không được trước ngày quyết định"));
        }
        if (issuedOn != null && publication.awardedOn().isAfter(issuedOn.plusYears(1))) {
            refusals.add(Refusal.of("awardedOn", "Ngày trao thưởng không được sau ngày quyết định quá một năm"));
        }
        if (publication.photoPublished() && nomination.consentOn() == null) {
            refusals.add(Refusal.of("photoPublished", "Người được khen chưa đồng ý công khai nên không được đăng ảnh"));
        }
        refusals.addAll(NominationPolicy.link("articleLink", publication.articleLink()));
        if (!refusals.isEmpty()) {
            return refusals;
        }
        records.add(publication, by);
        mails.outcome(nomination, NominationState.AWARDED);
        return List.of();
    }
}
