package nepsong.commendation;

import java.util.stream.Stream;
import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
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
        post(
                letter("commendation.outcome", nomination).with("outcome", state.title()),
                nomination,
                Groups.headAt(nomination.unit()));
    }

    /** To the proposer and the coordinator of the unit, each time something is missing. */
    void supplement(Nomination nomination, int round, String request) {
        post(
                letter("commendation.supplement", nomination).again(round).with("reason", request),
                nomination,
                Groups.coordinatorAt(nomination.unit()));
    }

    private static Letter letter(String event, Nomination nomination) {
        return Letter.of(event, nomination.id()).with("code", nomination.id());
    }

    private void post(Letter letter, Nomination nomination, String group) {
        outbox.postAll(
                letter.to(Stream.concat(people.find(nomination.proposedBy()).stream(), people.inGroup(group).stream())
                        .toList()));
    }
}
