package nepsong.crossinspection;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** What became of planned visits, as the audit trail keeps it. */
@Component
class VisitTrail {

    private final AuditTrail trail;

    VisitTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** The reason stands in the unit's file: it is free text, and not for every reader here. */
    void moved(VisitChange change) {
        trail.record(AuditEvent.of("visit.moved")
                .of(change.cycle(), change.unit())
                .by(change.changedBy())
                .onBehalfOf(Objects.requireNonNullElse(change.changedFor(), ""))
                .changed(
                        values(change.oldAt(), change.oldPlace(), change.left()),
                        values(change.newAt(), change.newPlace(), change.joined())));
    }

    /** As {@link #moved}: why, says the unit's file. */
    void replaced(PairReplacement one, Visitors before, Visitors staying) {
        trail.record(AuditEvent.of("pairs.replaced")
                .of(one.cycle(), one.unit())
                .by(one.replacedBy())
                .changed(values(one.from(), before), values(one.to(), staying)));
    }

    private static Map<String, ?> values(String inspecting, Visitors visitors) {
        return Map.of(
                "inspecting",
                inspecting,
                "participants",
                String.join(", ", visitors.participants()),
                "observer",
                Objects.requireNonNullElse(visitors.observer(), ""));
    }

    private static Map<String, ?> values(LocalDateTime at, String place, Visitors changed) {
        return Map.of(
                "plannedAt",
                at.toString(),
                "place",
                place,
                "participants",
                String.join(", ", changed.participants()),
                "observer",
                Objects.requireNonNullElse(changed.observer(), ""));
    }
}
