package nepsong.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which draft of a cycle's plan was drafted last, for those who do not read what it says.
 *
 * @param round     from 1; a plan that was returned comes again as the next
 * @param draftedBy id of a person
 */
public record LastDraft(String cycle, String name, int round, Instant draftedAt, String draftedBy) {

    /** As {@link Plan#draftedOn()}. */
    LocalDate draftedOn() {
        return LocalDate.ofInstant(draftedAt, ZoneOffset.UTC);
    }
}
