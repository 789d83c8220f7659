package nepsong.commendation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a vote: whoever has not voted is not in favour. */
@Component
public class CountVotes {

    private final Nominations nominations;
    private final Ballots ballots;
    private final AwardTables tables;
    private final NominationMails mails;
    private final Clock clock;

    CountVotes(Nominations nominations, Ballots ballots, AwardTables tables, NominationMails mails, Clock clock) {
        this.nominations = nominations;
        this.ballots = ballots;
        this.tables = tables;
        this.mails = mails;
        this.clock = clock;
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
                count.present(),
                count.inWriting(),
                count.abstained(),
                majority.requiredPercent(),
                majority.passed(),
                majority.reason(),
                clock.instant()));
        if (!majority.passed()) {
            mails.outcome(nomination, NominationState.NOT_PASSED);
        }
        return majority.passed();
    }
}
