package nepsong.crossinspection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.notification.Appointment;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What the two units are told beside their tasks. No scores and nobody's details stand in a mail. */
@Component
class CrossInspectionMails {

    private static final String SCHEDULING = "cross-inspection.schedule";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    /** As long as a visit is put into calendars: a morning or an afternoon. */
    private static final Duration VISIT = Duration.ofHours(3);

    private final Outbox outbox;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CrossInspectionMails(
            Outbox outbox, People people, Units units, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Each inspecting unit learns whom it inspects, and may still name a conflict until the visit is scheduled. */
    void assigned(String cycle, List<Pair> pairs) {
        LocalDate objectUntil = calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, SCHEDULING));
        List<Mail> mails = new ArrayList<>();
        for (Pair pair : pairs) {
            Map<String, Object> facts = facts(cycle, pair.inspected(), pair.inspecting());
            facts.put("deadline", objectUntil);
            mails.addAll(mails("assigned", cycle, pair.inspected(), inspecting(pair.inspecting()), facts));
        }
        outbox.postAll(mails);
    }

    /** An unannounced visit is told to the inspecting side alone. */
    void scheduled(String cycle, String unit, String inspecting, VisitPlan plan) {
        Map<String, Object> facts = facts(cycle, unit, inspecting);
        facts.put("visitTime", TIME.format(plan.plannedAt()));
        facts.put("place", plan.place());
        facts.put("participants", names(plan.participants()));
        facts.put("documents", plan.documents());
        Instant start = plan.plannedAt().atZone(WorkingCalendar.ZONE).toInstant();
        facts.put(
                "appointment",
                new Appointment(
                                "visit-%s-%s@nepsong".formatted(cycle, unit),
                                start,
                                start.plus(VISIT),
                                "Kiểm tra chéo tại " + name(unit),
                                plan.place(),
                                0)
                        .facts());
        Stream<Person> told = Stream.concat(
                inspecting(inspecting).stream(),
                plan.participants().stream().map(people::find).flatMap(Optional::stream));
        outbox.postAll(mails(
                "scheduled",
                cycle,
                unit,
                (plan.announced() ? Stream.concat(told, inspected(unit)) : told)
                        .distinct()
                        .toList(),
                facts));
    }

    void answered(String cycle, String unit) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", cycle);
        facts.put("unit", name(unit));
        facts.put("link", "/units/" + unit);
        outbox.postAll(
                mails("explanation-answered", cycle, unit, inspected(unit).toList(), facts));
    }

    private List<Person> inspecting(String unit) {
        return people.inGroup(Groups.inspectorAt(unit));
    }

    private Stream<Person> inspected(String unit) {
        return Stream.concat(
                people.inGroup(Groups.coordinatorAt(unit)).stream(), people.inGroup(Groups.headAt(unit)).stream());
    }

    private String names(Collection<String> ids) {
        return ids.stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> facts(String cycle, String inspected, String inspecting) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", cycle);
        facts.put("inspectingUnit", name(inspecting));
        facts.put("inspectedUnit", name(inspected));
        facts.put("link", "/units/" + inspected);
        return facts;
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static List<Mail> mails(
            String occasion, String cycle, String unit, Collection<Person> recipients, Map<String, Object> facts) {
        String template = "cross-inspection." + occasion;
        return recipients.stream()
                .distinct()
                .map(person -> new Mail(template, cycle + "/" + unit, person, template, facts))
                .toList();
    }
}
