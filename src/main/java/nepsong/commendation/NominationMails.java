package nepsong.commendation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** What the proposer and the unit are told of a nomination. */
@Component
class NominationMails {

    private final Outbox outbox;
    private final People people;

    NominationMails(Outbox outbox, People people) {
        this.outbox = outbox;
        this.people = people;
    }

    /** To the proposer and the head of the unit. */
    void outcome(Nomination nomination, NominationState state) {
        post(nomination, 0, "commendation.outcome", Groups.headAt(nomination.unit()), Map.of("outcome", state.title()));
    }

    /** To the proposer and the coordinator of the unit, each time something is missing. */
    void supplement(Nomination nomination, int round, String request) {
        post(
                nomination,
                round,
                "commendation.supplement",
                Groups.coordinatorAt(nomination.unit()),
                Map.of("reason", request));
    }

    private void post(Nomination nomination, int generation, String template, String group, Map<String, String> words) {
        Map<String, Person> recipients = new LinkedHashMap<>();
        people.find(nomination.proposedBy()).ifPresent(person -> recipients.put(person.id(), person));
        people.inGroup(group).forEach(person -> recipients.put(person.id(), person));
        Map<String, Object> facts = new HashMap<>(words);
        facts.put("code", nomination.id());
        outbox.postAll(recipients.values().stream()
                .map(person -> new Mail(template, nomination.id(), generation, person, template, facts))
                .toList());
    }
}
