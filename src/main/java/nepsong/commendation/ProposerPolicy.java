package nepsong.commendation;

import java.util.List;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/**
 * Whoever proposed a nomination does not decide about it, nor who stands in for them today. Where nobody else has the role they do, so that the unit does not
 * wait for ever, and the trail says so.
 */
@Component
class ProposerPolicy {

    private final People people;
    private final AuditTrail trail;
    private final StandIns standIns;

    ProposerPolicy(People people, AuditTrail trail, StandIns standIns) {
        this.standIns = standIns;
        this.people = people;
        this.trail = trail;
    }

    private boolean isKeptOut(String person, String proposer) {
        return person.equals(proposer) || !person.isEmpty() && standIns.standsInFor(person, proposer);
    }

    /** Why the person may not do it, in Vietnamese; empty when they may, and where nobody else could. */
    Optional<String> objection(Nomination nomination, String by, String role) {
        String proposer = nomination.proposedBy();
        if (!isKeptOut(by, proposer)
                || people.inGroup(role).stream().allMatch(person -> isKeptOut(person.id(), proposer))) {
            return Optional.empty();
        }
        return Optional.of(
                by.equals(proposer)
                        ? "Bạn là người lập đề nghị này nên việc này phải do người khác cùng vai trò thực hiện"
                        : "Bạn đang làm thay người lập đề nghị này nên việc này phải do người khác cùng vai trò thực hiện");
    }

    /**
     * @param by   id of a person, or empty when the system acts
     * @param role the group whose task it is
     */
    List<Refusal> check(Nomination nomination, String by, String role, String step) {
        Optional<String> objection = objection(nomination, by, role);
        if (objection.isPresent()) {
            return List.of(Refusal.of("", objection.get()));
        }
        if (!isKeptOut(by, nomination.proposedBy())) {
            return List.of();
        }
        trail.record(AuditEvent.of("nomination.own-handled")
                .by(by)
                .of(nomination.cycle() == null ? "" : nomination.cycle(), nomination.unit())
                .about(nomination.id() + " " + step)
                .because("Không còn ai khác cùng vai trò"));
        return List.of();
    }
}
