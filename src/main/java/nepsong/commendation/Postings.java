package nepsong.commendation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nominations that are or were posted, and what was said of them. */
public interface Postings {

    Optional<Posting> of(String nomination);

    /** Those that everybody may still speak to, the one that ends next first. */
    List<Posting> open(Instant now);

    void add(Posting posting);

    void add(Posting.Comment comment);

    /** In the order in which they were written. */
    List<Posting.Comment> comments(String nomination);
}
