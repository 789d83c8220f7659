package nepsong.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The principal is back, or an administrator ends it. */
@Component
public class EndDelegation {

    private final Delegations delegations;
    private final DelegatedTasks tasks;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditTrail trail;

    EndDelegation(
            Delegations delegations,
            DelegatedTasks tasks,
            People people,
            Outbox outbox,
            Clock clock,
            AuditTrail trail) {
        this.trail = trail;
        this.delegations = delegations;
        this.tasks = tasks;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> end(String id, String by) {
        Delegation one = delegations.find(id).orElse(null);
        if (one == null || !one.principal().equals(by) && !people.groupsOf(by).contains(Groups.ADMINISTRATORS)) {
            return List.of(Refusal.of("", "Không có ủy quyền này hoặc đồng chí không được kết thúc nó"));
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        if (one.endedAt() != null || one.lastDay().isBefore(today)) {
            return List.of(Refusal.of("", "Ủy quyền này đã kết thúc"));
        }
        delegations.end(id, by, now);
        trail.record(AuditEvent.of("delegation.ended")
                .by(by)
                .onBehalfOf(one.principal())
                .about(one.substitute()));
        Map<String, Object> facts =
                Map.of("principal", name(one.principal()), "substitute", name(one.substitute()), "until", today);
        for (String person : List.of(one.principal(), one.substitute())) {
            people.find(person)
                    .ifPresent(told -> outbox.post(new Mail("delegation.ended", id, told, "delegation.ended", facts)));
        }
        tasks.bringInLine();
        return List.of();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
