package nepsong.demonstration;

import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import nepsong.commendation.VoteChoice;
import nepsong.commendation.VoteWay;
import nepsong.demonstration.PastAwards.Awarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the council voted in the finished cycle: in secret, so that who voted is kept, and how is not. */
@Component
class PastVotes {

    private static final int REQUIRED_PERCENT = 90;

    private final TableRows tables;

    PastVotes(TableRows tables) {
        this.tables = tables;
    }

    void write(List<Awarded> awarded) {
        List<@Nullable Object[]> voters = new ArrayList<>();
        List<@Nullable Object[]> tallies = new ArrayList<>();
        List<@Nullable Object[]> results = new ArrayList<>();
        int members = LastYear.COUNCIL.size();
        for (Awarded one : awarded) {
            LastYear.COUNCIL.forEach(member -> voters.add(row(one.id(), member, true, VoteWay.MEETING.name())));
            tallies.add(row(one.id(), VoteChoice.IN_FAVOUR.name(), members));
            tallies.add(row(one.id(), VoteChoice.AGAINST.name(), 0));
            results.add(row(
                    one.id(),
                    members,
                    members,
                    members,
                    members,
                    0,
                    0,
                    REQUIRED_PERCENT,
                    true,
                    "Đạt tỷ lệ phiếu quy định.",
                    at(LastYear.VOTED, 16)));
        }
        tables.insert("nomination_voters", "nomination, member, voted, way", voters);
        tables.insert("nomination_tallies", "nomination, choice, votes", tallies);
        tables.insert(
                "nomination_vote_results",
                "nomination, members, voted, in_favour, present, in_writing, abstained, required_percent, passed, reason, counted_at",
                results);
    }
}
