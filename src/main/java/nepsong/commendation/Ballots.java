package nepsong.commendation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret vote: who was asked and who has answered, and apart from that how many answered how. */
public interface Ballots {

    /**
     * @param voted     in favour or against
     * @param present   who answered in the room, the abstaining included
     * @param inWriting who answered in writing, the abstaining included
     */
    record Count(int members, int voted, int inFavour, int present, int inWriting, int abstained) {}

    /** Who was asked, ordered by id. */
    List<String> members(String nomination);

    void ask(String nomination, List<String> members);

    /**
     * Whether the member was asked and had not answered yet; from now on has.
     *
     * @param abstention why the member stays away; null where the member votes
     */
    boolean handIn(String nomination, String member, VoteWay way, @Nullable String abstention);

    /** Adds one to the votes of this kind, with the nameless reason of a vote against. */
    void drop(String nomination, VoteChoice choice, @Nullable String objection);

    Count count(String nomination);

    void add(VoteResult result);

    /** Empty while the vote is open. */
    Optional<VoteResult> result(String nomination);

    /** Without names and in no order; for those who decide once the vote is closed. */
    List<String> objections(String nomination);
}
