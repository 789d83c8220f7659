package nepsong.reminder;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Affair;
import nepsong.reminder.Escalation.Reason;
import org.springframework.stereotype.Component;

/** What was reported upwards, asked for and decided, as the audit trail keeps it. */
@Component
class DeadlineTrail {

    private final AuditTrail trail;

    DeadlineTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void escalated(Escalation one) {
        AuditEvent event = event(
                one.reason() == Reason.OVERDUE ? "escalation.overdue" : "escalation.unattended",
                one.affair(),
                one.step(),
                one.businessKey());
        trail.record(event.changed(
                Map.of(),
                Map.of("group", one.group(), "due", one.dueOn().toString(), "workingDays", one.workingDays())));
    }

    /** The reasons that were given stand in the unit's file: they are free text, and not for every reader here. */
    void asked(Extension wish) {
        trail.record(event("extension.asked", wish)
                .by(wish.requestedBy())
                .onBehalfOf(Objects.requireNonNullElse(wish.requestedFor(), ""))
                .changed(due(wish.oldDay()), due(wish.until())));
    }

    void decided(Extension wish, Extension.Decision decision) {
        AuditEvent event = event(decision.granted() ? "extension.granted" : "extension.refused", wish)
                .by(decision.by())
                .because(Objects.requireNonNullElse(decision.answer(), ""));
        trail.record(decision.granted() ? event.changed(due(wish.oldDay()), due(wish.until())) : event);
    }

    private static Map<String, String> due(LocalDate day) {
        return Map.of("due", day.toString());
    }

    private AuditEvent event(String action, Extension wish) {
        return event(action, wish.affair(), wish.step(), wish.businessKey());
    }

    private AuditEvent event(String action, Affair affair, String step, String businessKey) {
        return AuditEvent.of(action).of(affair.cycle(), affair.unit()).about(step + " · " + businessKey);
    }
}
