package nepsong.commendation;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
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

    /** Why the person may not do it, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String nomination, String person) {
        return proposer.objection(nominations.get(nomination), person, Groups.STANDING_OFFICE);
    }

    @Transactional
    public List<Refusal> consolidate(Consolidation consolidation, String by) {
        Nomination nomination = nominations.get(consolidation.nomination());
        List<Refusal> refusals = proposer.check(nomination, by, Groups.STANDING_OFFICE, "consolidate");
        if (!refusals.isEmpty()) {
            return refusals;
        }
        records.add(consolidation, by);
        if (!consolidation.takenUp()) {
            mails.outcome(nomination, NominationState.NOT_TAKEN_UP);
        }
        return List.of();
    }
}
