package nepsong.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says it did.
 *
 * @param number     counted from 1
 * @param reportedBy id of the person
 * @param verdict    null until it is judged
 */
public record FollowUpReport(
        int number,
        String result,
        LocalDate completedOn,
        String reportedBy,
        Instant reportedAt,
        @Nullable Verdict verdict) {

    /** @param reason why it was given back; null where it was accepted */
    public record Verdict(boolean accepted, @Nullable String reason, Instant at) {}

    boolean isAccepted() {
        return verdict != null && verdict.accepted();
    }
}
