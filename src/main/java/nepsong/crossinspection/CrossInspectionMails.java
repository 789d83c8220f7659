package nepsong.crossinspection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.cycle.Cycles;
import nepsong.notification.Appointment;
import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;

/** What the two units are told beside their tasks. No scores and nobody's details stand in a mail. */
@Component
class CrossInspectionMails {

    private static final String SCHEDULING = "cross-inspection.schedule";
    /** The minutes have as long to be signed as they had to be written. */
    private static final String MINUTES = "cross-inspection.write-minutes";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    /** As long as a visit is put into calendars: a morning or an afternoon. */
    private static final Duration VISIT = Duration.ofHours(3);

    private final Outbox outbox;
    private final UnitPost post;
    private final People people;
    private final Cycles cycles;
    private final SelfAssessments selfAssessments;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CrossInspectionMails(
            Outbox outbox,
            UnitPost post,
            People people,
            Cycles cycles,
            SelfAssessments selfAssessments,
            WorkingCalendar calendar,
            Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.people = people;
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Each inspecting unit learns whom it inspects, and may still name a conflict until the visit is scheduled. */
    void assigned(String cycle, List<Pair> pairs) {
        LocalDate objectUntil = calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, SCHEDULING));
        Map<String, List<String>> named = selfAssessments.of(cycle).stream()
                .filter(one -> one.acknowledgement() != null)
                .collect(Collectors.toMap(SelfAssessment::unit, one -> Objects.requireNonNull(one.acknowledgement())
                        .inspectors()));
        outbox.postAll(pairs.stream()
                .flatMap(pair -> letter("cross-inspection.assigned", cycle, pair.inspected(), pair.inspecting())
                        .with("deadline", objectUntil)
                        .with("officers", officers(pair.inspecting(), named))
                        .to(inspectors(pair.inspecting()))
                        .stream())
                .toList());
    }

    /** An unannounced visit is told to the inspecting side alone. */
    void scheduled(String cycle, String unit, String inspecting, VisitPlan plan) {
        outbox.postAll(letter("cross-inspection.scheduled", cycle, unit, inspecting)
                .with("visitTime", TIME.format(plan.plannedAt()))
                .with("place", plan.place())
                .with("participants", names(plan.participants()))
                .with("documents", plan.documents())
                .with("scope", String.join(", ", plan.scope()))
                .with("transport", plan.transport())
                .with("appointment", appointment(cycle, unit, plan.plannedAt(), plan.place(), 0))
                .to(travellers(inspecting, plan.participants(), plan.announced() ? post.readers(unit) : List.of())));
    }

    /** Those who were told of the visit are told of its change, and the secretaries, who have organised it. */
    void rescheduled(VisitChange change, Inspection old, List<String> participants) {
        List<Person> organisers = people.inGroup(Groups.SECRETARIES);
        List<Person> told = travellers(old.inspecting(), participants, organisers);
        if (old.announced()) {
            told.addAll(post.readers(change.unit()));
        }
        outbox.postAll(letter("cross-inspection.rescheduled", change.cycle(), change.unit(), old.inspecting())
                .again(change.number())
                .with("oldTime", TIME.format(change.oldAt()))
                .with("oldPlace", change.oldPlace())
                .with("visitTime", TIME.format(change.newAt()))
                .with("place", change.newPlace())
                .with("participants", names(participants))
                .with("reason", change.reason())
                .with(
                        "appointment",
                        appointment(change.cycle(), change.unit(), change.newAt(), change.newPlace(), change.number()))
                .to(told));
    }

    private List<Person> travellers(String inspecting, List<String> participants, List<Person> more) {
        List<Person> told = new ArrayList<>(inspectors(inspecting));
        participants.forEach(id -> people.find(id).ifPresent(told::add));
        told.addAll(more);
        return told;
    }

    /** @param sequence how often the visit has been changed */
    private Map<String, Object> appointment(
            String cycle, String unit, LocalDateTime plannedAt, String place, int sequence) {
        Instant start = plannedAt.atZone(WorkingCalendar.ZONE).toInstant();
        return new Appointment(
                        "visit-%s-%s@nepsong".formatted(cycle, unit),
                        start,
                        start.plus(VISIT),
                        "Kiểm tra chéo tại " + post.name(unit),
                        place,
                        sequence)
                .facts();
    }

    /** Once they are written, both sides sign them; a side that has refused to is not asked again. */
    void minutesWaiting(String cycle, String unit, String inspecting, boolean refused) {
        List<Person> signing = new ArrayList<>(inspectors(inspecting));
        if (!refused) {
            signing.addAll(post.readers(unit));
        }
        outbox.postAll(letter("cross-inspection.minutes-waiting", cycle, unit, inspecting)
                .with("deadline", calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, MINUTES)))
                .to(signing));
    }

    void answered(String cycle, String unit) {
        post.send(post.letter("cross-inspection.explanation-answered", cycle, unit), unit);
    }

    /** Whom the unit named when it acknowledged; where it named nobody, whoever may be sent. */
    private String officers(String unit, Map<String, List<String>> named) {
        List<String> ofUnit = named.getOrDefault(unit, List.of());
        return names(
                ofUnit.isEmpty() ? inspectors(unit).stream().map(Person::id).toList() : ofUnit);
    }

    private List<Person> inspectors(String unit) {
        return people.inGroup(Groups.inspectorAt(unit));
    }

    private String names(Collection<String> ids) {
        return ids.stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    private Letter letter(String event, String cycle, String inspected, String inspecting) {
        return Letter.of(event, cycle + "/" + inspected)
                .with("cycle", cycle)
                .with("inspectingUnit", post.name(inspecting))
                .with("inspectedUnit", post.name(inspected))
                .with("link", "/units/" + inspected);
    }
}
