package nepsong.audit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import nepsong.audit.AuditAction;
import nepsong.audit.WrittenEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as a reader may see it.
 *
 * @param hidden whether it has values or a reason that are kept from this reader
 * @param before JSON
 * @param after  JSON
 * @param address from where; empty where the system acted by itself
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(
        long id,
        OffsetDateTime at,
        String actor,
        String onBehalfOf,
        String action,
        String title,
        boolean refused,
        String cycle,
        String unit,
        String subject,
        String reason,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        String address,
        boolean hidden) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static Entry of(WrittenEvent event, boolean everything) {
        boolean shown = everything || !AuditAction.isBusiness(event.action());
        boolean something = !event.reason().isEmpty() || event.before() != null || event.after() != null;
        return new Entry(
                event.id(),
                event.at().atZone(ZONE).toOffsetDateTime(),
                event.actor(),
                event.onBehalfOf(),
                event.action(),
                AuditAction.titleOf(event.action()),
                event.refused(),
                event.cycle(),
                event.unit(),
                event.subject(),
                shown ? event.reason() : "",
                shown ? event.before() : null,
                shown ? event.after() : null,
                event.address(),
                !shown && something);
    }
}
