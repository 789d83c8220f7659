package nepsong.commendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of the unit records what the council of the unit said. */
@Component
public class ConfirmNomination {

    private final Nominations nominations;
    private final AwardRecords records;
    private final NominationMails mails;
    private final ProposerPolicy proposer;

    ConfirmNomination(Nominations nominations, AwardRecords records, NominationMails mails, ProposerPolicy proposer) {
        this.proposer = proposer;
        this.nominations = nominations;
        this.records = records;
        this.mails = mails;
    }

    /** Why the person may not do it, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String nomination, String person) {
        Nomination about = nominations.get(nomination);
        return proposer.objection(about, person, Groups.headAt(about.unit()));
    }

    @Transactional
    public List<Refusal> confirm(Confirmation confirmation, String by) {
        List<Refusal> refusals = new ArrayList<>();
        if (confirmation.present() > confirmation.members()) {
            refusals.add(Refusal.of("present", "Số người có mặt không được quá số thành viên hội đồng"));
        }
        if (confirmation.inFavour() > confirmation.present()) {
            refusals.add(Refusal.of("inFavour", "Số phiếu đồng ý không được quá số người có mặt"));
        }
        if (confirmation.confirmed() && 2 * confirmation.inFavour() <= confirmation.present()) {
            refusals.add(Refusal.of(
                    "decision", "Chưa quá nửa số người có mặt đồng ý nên đơn vị không thể xác nhận đề nghị này"));
        }
        if (refusals.isEmpty()) {
            Nomination nomination = nominations.get(confirmation.nomination());
            refusals.addAll(proposer.check(nomination, by, Groups.headAt(nomination.unit()), "confirm-by-unit"));
        }
        if (!refusals.isEmpty()) {
            return refusals;
        }
        records.add(confirmation, by);
        if (!confirmation.confirmed()) {
            mails.outcome(nominations.get(confirmation.nomination()), NominationState.NOT_CONFIRMED);
        }
        return List.of();
    }
}
