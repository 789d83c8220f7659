package nepsong.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links of the chain, and the ends that were published. */
interface AuditSeals {

    /**
     * Whoever adds to the chain waits here for their turn and has it until the end of the transaction. Returns the print
     * of the key that the chain was begun with; empty before.
     */
    Optional<String> awaitTurn();

    /** The same without waiting. */
    Optional<String> begunWith();

    void beginWith(String keyPrint);

    Head last();

    /** Id of the event that was written last; 0 before the first. */
    long lastEvent();

    /** Of the last link; 0 before the first. */
    long lastSealedEvent();

    /** Events without a link and with an id above this one, by id. */
    List<WrittenEvent> unsealed(long aboveEvent, int atMost);

    /** One batch of one statement. */
    void add(Collection<Link> links);

    /** Links above this position with their events, by position. */
    List<Link> links(long abovePosition, int atMost);

    boolean isPublished(LocalDate day);

    void publish(LocalDate day, Head head, Instant now);

    /** By position, each with the day that it was published for. */
    Map<Head, LocalDate> published();

    /** @param event null where it is gone */
    record Link(long position, long eventId, String seal, @Nullable WrittenEvent event) {}
}
