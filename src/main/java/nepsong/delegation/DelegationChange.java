package nepsong.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** What follows when a delegation was made or ended: the trail has it, both people are told, and the tasks follow. */
@Component
class DelegationChange {

    private final AuditTrail trail;
    private final Outbox outbox;
    private final People people;
    private final DelegatedTasks tasks;

    DelegationChange(AuditTrail trail, Outbox outbox, People people, DelegatedTasks tasks) {
        this.trail = trail;
        this.outbox = outbox;
        this.people = people;
        this.tasks = tasks;
    }

    void named(Delegation one) {
        follow(
                AuditEvent.of("delegation.named")
                        .by(one.namedBy())
                        .about(one.substitute() + " · " + one.firstDay() + " – " + one.lastDay()),
                one,
                Letter.of("delegation.named", one.id())
                        .with("from", one.firstDay())
                        .with("until", one.lastDay())
                        .with("scope", one.scope())
                        .with("link", "/delegation"));
    }

    void ended(Delegation one, String by, LocalDate today) {
        follow(
                AuditEvent.of("delegation.ended").by(by).about(one.substitute()),
                one,
                Letter.of("delegation.ended", one.id()).with("until", today));
    }

    void lapsed(Delegation one, LocalDate today) {
        follow(
                AuditEvent.of("delegation.ended")
                        .about(one.substitute())
                        .because("Hai người không còn vai trò ngang nhau"),
                one,
                Letter.of("delegation.ended", one.id()).with("until", today));
    }

    private void follow(AuditEvent event, Delegation one, Letter letter) {
        trail.record(event.onBehalfOf(one.principal()));
        List<Person> both = Stream.of(one.principal(), one.substitute())
                .flatMap(id -> people.find(id).stream())
                .toList();
        outbox.postAll(letter.with("principal", name(one.principal()))
                .with("substitute", name(one.substitute()))
                .to(both));
        tasks.bringInLine();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
