package nepsong.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verification of the chain found.
 *
 * @param events in the chain before the first break
 * @param head   the end of the intact part
 * @param broken the first row that is not as it was written; null where all are
 * @param millis how long it took
 */
public record AuditVerdict(long events, Head head, @Nullable Break broken, long millis) {

    public boolean isIntact() {
        return broken == null;
    }

    /**
     * @param position in the chain; 0 where the row is not part of it
     * @param event    id of the row in {@code audit_events}; 0 where none is meant
     * @param words    what happened to it, in Vietnamese
     */
    public record Break(Kind kind, long position, long event, String words) {}

    public enum Kind {
        CHANGED,
        DELETED,
        INSERTED,
        REORDERED,
        TRUNCATED,
        WRONG_KEY
    }
}
