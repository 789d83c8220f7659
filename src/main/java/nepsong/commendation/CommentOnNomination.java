package nepsong.commendation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says what they know of a posted nomination; those who vote and decide read it. */
@Component
public class CommentOnNomination {

    static final int SHORTEST = 20;
    static final int LONGEST = 20_000;

    private final Postings postings;
    private final Clock clock;
    private final OneAtATime turns;

    CommentOnNomination(Postings postings, Clock clock, OneAtATime turns) {
        this.turns = turns;
        this.postings = postings;
        this.clock = clock;
    }

    /** Returns why not; empty when it is kept. Sent twice, by a double click, it is kept once. */
    @Transactional
    public List<Refusal> comment(String nomination, String text, String person) {
        Instant now = clock.instant();
        if (postings.of(nomination).filter(posting -> posting.isOpen(now)).isEmpty()) {
            return List.of(Refusal.of("", "Đề nghị này không còn niêm yết nên không nhận thêm ý kiến"));
        }
        String said = TypedText.of(text);
        int length = TypedText.length(said);
        if (length < SHORTEST || length > LONGEST) {
            return List.of(Refusal.of(
                    "text", "Ý kiến phải dài từ %d đến %d ký tự: sự việc, nơi, lúc nào".formatted(SHORTEST, LONGEST)));
        }
        turns.forPeople(person);
        boolean kept = postings.comments(nomination).stream()
                .anyMatch(one -> one.writtenBy().equals(person) && one.text().equals(said));
        if (!kept) {
            postings.add(new Posting.Comment(nomination, said, person, now));
        }
        return List.of();
    }
}
