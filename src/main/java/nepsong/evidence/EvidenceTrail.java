package nepsong.evidence;

import java.util.Collection;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.delegation.StandIns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done with evidence, by whom and in whose place, as the audit trail keeps it. File names are nobody's there. */
@Component
class EvidenceTrail {

    private final AuditTrail trail;
    private final StandIns standIns;

    EvidenceTrail(AuditTrail trail, StandIns standIns) {
        this.trail = trail;
        this.standIns = standIns;
    }

    /** Id of the person in whose place the other does the task; null where in nobody's. */
    @Nullable
    String principal(String task, String person) {
        return standIns.principal(task, person).orElse(null);
    }

    /** @param action {@code evidence.<what>} */
    void record(String action, String task, String person, Collection<Evidence> pieces) {
        String principal = standIns.principal(task, person).orElse("");
        pieces.forEach(piece -> trail.record(AuditEvent.of(action)
                .by(person)
                .onBehalfOf(principal)
                .of(piece.cycle(), piece.unit())
                .about("evidence " + piece.id())));
    }
}
