package nepsong.commendation;

import java.time.Instant;

/** A nomination is open to everybody's eyes and words before the council votes. */
public record Posting(String nomination, Instant postedAt, Instant endsAt) {

    public Posting {
        if (endsAt.isBefore(postedAt)) {
            throw new IllegalArgumentException("a posting ends after it begins");
        }
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(endsAt);
    }

    /**
     * What somebody said of a posted nomination.
     *
     * @param writtenBy id of a person
     */
    public record Comment(String nomination, String text, String writtenBy, Instant writtenAt) {}
}
