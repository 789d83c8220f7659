package nepsong.crossinspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.notification.Appointment;
import nepsong.notification.MailPaper;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told of a visit and of its changes, each time with an entry for their calendar. */
@Component
class VisitMails {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    /** As long as a visit is put into calendars: a morning or an afternoon. */
    private static final Duration VISIT = Duration.ofHours(3);

    private final Outbox outbox;
    private final PairPost pairs;
    private final UnitPost post;
    private final People people;

    VisitMails(Outbox outbox, PairPost pairs, UnitPost post, People people) {
        this.outbox = outbox;
        this.pairs = pairs;
        this.post = post;
        this.people = people;
    }

    /** An unannounced visit is told to the inspecting side alone. */
    void scheduled(String cycle, String unit, String inspecting, VisitPlan plan) {
        outbox.postAll(pairs.letter("cross-inspection.scheduled", cycle, unit, inspecting)
                .with("visitTime", TIME.format(plan.plannedAt()))
                .with("place", plan.place())
                .with("participants", pairs.names(plan.visitors().participants()))
                .with("observer", name(plan.visitors().observer()))
                .with("documents", plan.documents())
                .with("scope", String.join(", ", plan.scope()))
                .with("transport", plan.transport())
                .with("paper", MailPaper.ofVisit(cycle, unit, 0).facts())
                .with(
                        "appointment",
                        appointment(cycle, unit, plan.plannedAt(), plan.place(), 0)
                                .facts())
                .to(travellers(inspecting, plan.visitors(), plan.announced() ? post.readers(unit) : List.of())));
    }

    /** Those who were told of the visit are told of its change, and the secretaries, who have organised it. */
    void rescheduled(VisitChange change, Inspection old, Visitors visitors) {
        List<Person> told = travellers(old.inspecting(), visitors, people.inGroup(Groups.SECRETARIES));
        if (old.announced()) {
            told.addAll(post.readers(change.unit()));
        }
        outbox.postAll(pairs.letter("cross-inspection.rescheduled", change.cycle(), change.unit(), old.inspecting())
                .again(change.number())
                .with("oldTime", TIME.format(change.oldAt()))
                .with("oldPlace", change.oldPlace())
                .with("visitTime", TIME.format(change.newAt()))
                .with("place", change.newPlace())
                .with("participants", pairs.names(visitors.participants()))
                .with("observer", name(visitors.observer()))
                .with("reason", change.reason())
                .with(
                        "paper",
                        MailPaper.ofVisit(change.cycle(), change.unit(), change.number())
                                .facts())
                .with(
                        "appointment",
                        appointment(change.cycle(), change.unit(), change.newAt(), change.newPlace(), change.number())
                                .facts())
                .to(told));
        released(change, old, told);
    }

    /** Whoever was told of the visit and need not come any more: the entry is taken out of their calendars. */
    private void released(VisitChange change, Inspection old, List<Person> told) {
        List<Person> released = change.left().all().stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .filter(person -> !told.contains(person))
                .toList();
        Appointment before =
                appointment(change.cycle(), change.unit(), change.oldAt(), change.oldPlace(), change.number() - 1);
        outbox.postAll(pairs.letter("cross-inspection.released", change.cycle(), change.unit(), old.inspecting())
                .again(change.number())
                .with("oldTime", TIME.format(change.oldAt()))
                .with("oldPlace", change.oldPlace())
                .with("reason", change.reason())
                .with("appointment", before.callOff().facts())
                .to(released));
    }

    private List<Person> travellers(String inspecting, Visitors visitors, List<Person> more) {
        List<Person> told = new ArrayList<>(pairs.inspectors(inspecting));
        visitors.all().forEach(id -> people.find(id).ifPresent(told::add));
        told.addAll(more);
        return told;
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : pairs.names(List.of(person));
    }

    /** @param sequence how often the visit has been changed */
    Appointment appointment(String cycle, String unit, LocalDateTime plannedAt, String place, int sequence) {
        Instant start = plannedAt.atZone(WorkingCalendar.ZONE).toInstant();
        return new Appointment(
                "visit-%s-%s@nepsong".formatted(cycle, unit),
                start,
                start.plus(VISIT),
                "Kiểm tra chéo tại " + post.name(unit),
                place,
                sequence);
    }
}
