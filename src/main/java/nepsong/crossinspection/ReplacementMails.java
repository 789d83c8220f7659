package nepsong.crossinspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.notification.Appointment;
import nepsong.notification.Letter;
import nepsong.notification.MailPaper;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told that a unit inspects in the place of another: each what it means for them. */
@Component
class ReplacementMails {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final Outbox outbox;
    private final PairPost pairs;
    private final UnitPost post;
    private final VisitMails visits;
    private final VisitChanges changes;
    private final People people;
    private final Clock clock;

    ReplacementMails(
            Outbox outbox,
            PairPost pairs,
            UnitPost post,
            VisitMails visits,
            VisitChanges changes,
            People people,
            Clock clock) {
        this.outbox = outbox;
        this.pairs = pairs;
        this.post = post;
        this.visits = visits;
        this.changes = changes;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The inspected unit is not told of an unannounced visit.
     *
     * @param visit   as it was planned; null where none is
     * @param before  who was to come, and {@code staying} who still is
     * @param taskDue when the visit is to be scheduled, where none is
     */
    void replaced(
            PairReplacement one,
            @Nullable Inspection visit,
            Visitors before,
            Visitors staying,
            @Nullable Instant taskDue) {
        List<Person> taking = pairs.inspectors(one.to());
        List<Person> still = persons(staying);
        List<Person> leaving = new ArrayList<>(pairs.inspectors(one.from()));
        leaving.addAll(persons(before.without(staying)));
        leaving.removeIf(person -> still.contains(person) || taking.contains(person));
        int sequence = visit == null ? 0 : changes.of(one.cycle(), one.unit()).size();
        Appointment appointment = visit == null
                ? null
                : visits.appointment(one.cycle(), one.unit(), visit.plannedAt(), visit.place(), sequence);
        outbox.postAll(letter("cross-inspection.taken-over", one, visit)
                .with("deadline", visit != null ? visit.dueOn() : day(taskDue))
                .with(
                        "paper",
                        visit == null
                                ? null
                                : MailPaper.ofVisit(one.cycle(), one.unit(), sequence)
                                        .facts())
                .with("appointment", appointment == null ? null : appointment.facts())
                .to(taking));
        outbox.postAll(letter("cross-inspection.relieved", one, visit)
                .with("link", "/units/" + one.from())
                .with(
                        "appointment",
                        appointment == null ? null : appointment.callOff().facts())
                .to(leaving));
        Letter told = letter("cross-inspection.replaced", one, visit);
        List<Person> organising = people.inGroup(Groups.SECRETARIES);
        outbox.postAll(told.with("toName", visit == null ? null : Boolean.TRUE).to(organising));
        boolean open = visit == null || !visit.isSecret();
        outbox.postAll(
                told.to(Stream.concat(still.stream(), open ? post.readers(one.unit()).stream() : Stream.<Person>empty())
                        .filter(person -> !organising.contains(person) && !taking.contains(person))
                        .toList()));
    }

    private Letter letter(String event, PairReplacement one, @Nullable Inspection visit) {
        Letter letter = pairs.letter(event, one.cycle(), one.unit(), one.to())
                .again(one.number())
                .with("oldUnit", post.name(one.from()))
                .with("reason", one.reason());
        return visit == null
                ? letter
                : letter.with("visitTime", TIME.format(visit.plannedAt()))
                        .with("past", visit.isPast(clock) ? Boolean.TRUE : null)
                        .with("place", visit.place());
    }

    private List<Person> persons(Visitors visitors) {
        return visitors.all().stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable Instant due) {
        return due == null ? null : LocalDate.ofInstant(due, WorkingCalendar.ZONE);
    }
}
