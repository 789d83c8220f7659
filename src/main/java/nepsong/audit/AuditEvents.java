package nepsong.audit;

import java.util.Collection;
import java.util.List;

/** The rows of the trail: added, read, never changed. */
public interface AuditEvents {

    /** One batch of one statement. */
    void add(Collection<WrittenEvent> events);

    /** Newest first. */
    List<WrittenEvent> search(AuditQuestion question, int offset, int atMost);

    int count(AuditQuestion question);
}
