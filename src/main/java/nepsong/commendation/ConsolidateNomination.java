package nepsong.commendation;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office puts a nomination on the list, or does not. */
@Component
public class ConsolidateNomination {

    private final Nominations nominations;
    private final AwardRecords records;
    private final NominationMails mails;
    private final ProposerPolicy proposer;

    ConsolidateNomination(
            Nominations nominations, AwardRecords records, NominationMails mails, ProposerPolicy proposer) {
        this.proposer = proposer;
        this.nominations = nominations;
        this.records = records;
        this.mails = mails;
    }

    /** @param reason null where it is taken up */
    @Transactional
    public List<Refusal> consolidate(String nomination, boolean takenUp, @Nullable String reason, String by) {
        List<Refusal> refusals = proposer.check(nominations.get(nomination), by, Groups.STANDING_OFFICE, "consolidate");
        if (!refusals.isEmpty()) {
            return refusals;
        }
        records.consolidate(nomination, takenUp, reason, by);
        if (!takenUp) {
            mails.outcome(nominations.get(nomination), NominationState.NOT_TAKEN_UP);
        }
        return List.of();
    }
}
