package nepsong.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Conference.Guest;
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

/** What people are told beside their tasks. No scores and nobody's details stand in a mail. */
@Component
class EvaluationMails {

    private static final String WINDOW = "appeal.consider-result";
    /** Where those find their tasks who are told of something that has no page of its own. */
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** As long as the conference is put into calendars. */
    private static final Duration CONFERENCE = Duration.ofHours(3);

    private final Outbox outbox;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EvaluationMails(Outbox outbox, People people, Units units, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    void opinionAnswered(Report report, String author, long count) {
        Map<String, Object> facts = facts(report.cycle(), TASKLIST);
        facts.put("summary", "%d ý kiến đã được trả lời trong dự thảo bản %d.".formatted(count, report.version()));
        people.find(author)
                .ifPresent(person -> outbox.post(new Mail(
                        "evaluation.opinion-answered",
                        report.cycle(),
                        report.version(),
                        person,
                        "evaluation.opinion-answered",
                        facts)));
    }

    /** Those of the guests who have a login are told; the others are invited on paper. */
    void invited(Report report, Conference conference) {
        Map<String, Object> facts = facts(report.cycle(), TASKLIST);
        facts.put("conferenceTime", conference.startsAt());
        facts.put("place", conference.place());
        facts.put("chair", conference.chair());
        facts.put(
                "appointment",
                new Appointment(
                                "conference-%s@nepsong".formatted(report.cycle()),
                                conference.startsAt(),
                                conference.startsAt().plus(CONFERENCE),
                                "Hội nghị đánh giá, rút kinh nghiệm kỳ " + report.cycle(),
                                conference.place(),
                                report.version())
                        .facts());
        Set<String> guests = conference.guests().stream().map(Guest::name).collect(Collectors.toSet());
        outbox.postAll(ConferenceGuests.known(people).stream()
                .filter(person -> guests.contains(person.name()))
                .map(person -> new Mail(
                        "evaluation.conference-called",
                        report.cycle(),
                        report.version(),
                        person,
                        "evaluation.conference-invited",
                        facts))
                .toList());
    }

    void published(String cycle) {
        LocalDate deadline = calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, WINDOW));
        List<String> groups = new ArrayList<>();
        for (Bloc bloc : cycles.blocs(cycle)) {
            for (String unit : bloc.units()) {
                groups.add(Groups.coordinatorAt(unit));
                groups.add(Groups.headAt(unit));
            }
        }
        Map<String, Object> facts = facts(cycle, TASKLIST);
        facts.put("deadline", deadline);
        outbox.postAll(people.inGroups(groups).values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(person -> new Mail("evaluation.published", cycle, person, "evaluation.published", facts))
                .toList());
    }

    void appealAnswered(String cycle, String unit) {
        Map<String, Object> facts = facts(cycle, "/units/" + unit);
        facts.put("unit", units.find(unit).map(Unit::name).orElse(unit));
        List<Person> recipients = Stream.concat(
                        people.inGroup(Groups.coordinatorAt(unit)).stream(),
                        people.inGroup(Groups.headAt(unit)).stream())
                .distinct()
                .toList();
        outbox.postAll(recipients.stream()
                .map(person ->
                        new Mail("appeal.decided", cycle + "/" + unit, person, "evaluation.appeal-answered", facts))
                .toList());
    }

    private static Map<String, Object> facts(String cycle, String link) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", cycle);
        facts.put("link", link);
        return facts;
    }
}
