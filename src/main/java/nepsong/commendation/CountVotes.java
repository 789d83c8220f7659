package nepsong.commendation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a vote: whoever has not voted is not in favour. */
@Component
public class CountVotes {

    private final Nominations nominations;
    private final Ballots ballots;
    private final AwardTables tables;
    private final NominationMails mails;

    CountVotes(Nominations nominations, Ballots ballots, AwardTables tables, NominationMails mails) {
        this.nominations = nominations;
        this.ballots = ballots;
        this.tables = tables;
        this.mails = mails;
    }

    /** Whether the council agrees. */
    @Transactional
    public boolean count(String id) {
        Nomination nomination = nominations.get(id);
        Ballots.Count count = ballots.count(id);
        AwardTables.Majority majority =
                tables.majority(nomination.award(), count.inFavour(), count.voted(), count.members());
        ballots.add(new VoteResult(
                id,
                count.members(),
                count.voted(),
                count.inFavour(),
                majority.requiredPercent(),
                majority.passed(),
                majority.reason()));
        if (!majority.passed()) {
            mails.outcome(nomination, NominationState.NOT_PASSED);
        }
        return majority.passed();
    }
}
