package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What the proposer and the unit are told of a nomination. */
@Component
class NominationMails {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String SUPPLEMENTING = "commendation.supplement";

    private final Outbox outbox;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    NominationMails(Outbox outbox, People people, Units units, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
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
                letter("commendation.supplement", nomination)
                        .again(round)
                        .with("reason", request)
                        .with("deadline", calendar.plus(LocalDate.now(clock), daysToSupplement(nomination))),
                nomination,
                Groups.coordinatorAt(nomination.unit()));
    }

    private Letter letter(String event, Nomination nomination) {
        return Letter.of(event, nomination.id())
                .with("about", about(nomination))
                .with("award", nomination.award().title())
                .with("proposedOn", LocalDate.ofInstant(nomination.proposedAt(), WorkingCalendar.ZONE));
    }

    /** A unit by its name; of a person no name goes into a mail, but whose nomination it is. */
    private String about(Nomination nomination) {
        String unit = units.find(nomination.unit()).map(Unit::name).orElse(nomination.unit());
        Subject subject = nomination.subject();
        if (!subject.isCollective()) {
            return subject.type().title().toLowerCase(VIETNAMESE) + " – " + unit;
        }
        return subject.name().equals(unit) ? unit : subject.name() + " – " + unit;
    }

    /** As the task's own: a nomination outside of a cycle has the days that every cycle begins with. */
    private int daysToSupplement(Nomination nomination) {
        return cycles.workingDays(Objects.requireNonNullElse(nomination.cycle(), ""), SUPPLEMENTING);
    }

    private void post(Letter letter, Nomination nomination, String group) {
        Letter inTheFile = letter.with("link", "/units/" + nomination.unit() + "#commendations");
        Letter amongTheirOwn = letter.with("link", "/postings#own");
        outbox.postAll(Stream.concat(people.find(nomination.proposedBy()).stream(), people.inGroup(group).stream())
                .distinct()
                .flatMap(person ->
                        (readsTheFile(nomination, person) ? inTheFile : amongTheirOwn).to(List.of(person)).stream())
                .toList());
    }

    /** Everybody may propose anybody; the unit's file is for the unit and those who follow nominations. */
    private boolean readsTheFile(Nomination nomination, Person person) {
        String unit = nomination.unit();
        Set<String> readers = Set.of(
                Groups.coordinatorAt(unit),
                Groups.headAt(unit),
                Groups.inspectorAt(unit),
                Groups.MANAGERS,
                Groups.STANDING_OFFICE,
                Groups.DEPARTMENT_LEADERS);
        return people.groupsOf(person.id()).stream().anyMatch(readers::contains);
    }
}
