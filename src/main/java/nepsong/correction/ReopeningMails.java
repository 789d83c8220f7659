package nepsong.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Tells the unit, its head included, that a correction was not enough. */
@Component
class ReopeningMails {

    private final Outbox outbox;
    private final People people;

    ReopeningMails(Outbox outbox, People people) {
        this.outbox = outbox;
        this.people = people;
    }

    void post(Finding finding, String reason) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", finding.cycle());
        facts.put("code", finding.code());
        facts.put("reason", reason);
        facts.put("deadline", finding.dueOn());
        facts.put("link", "/units/" + finding.unit());
        List<Person> recipients = Stream.concat(
                        people.inGroup(Groups.coordinatorAt(finding.unit())).stream(),
                        people.inGroup(Groups.headAt(finding.unit())).stream())
                .distinct()
                .toList();
        outbox.postAll(recipients.stream()
                .map(person -> new Mail(
                        "correction.reopened", finding.id(), finding.reopened(), person, "correction.reopened", facts))
                .toList());
    }
}
