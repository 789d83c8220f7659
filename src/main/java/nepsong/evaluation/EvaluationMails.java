package nepsong.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.notification.Appointment;
import nepsong.notification.Letter;
import nepsong.notification.MailPaper;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What people are told beside their tasks. No scores and nobody's details stand in a mail. */
@Component
class EvaluationMails {

    private static final String WINDOW = "appeal.consider-result";
    /** As long as the conference is put into calendars. */
    private static final Duration CONFERENCE = Duration.ofHours(3);

    private final Outbox outbox;
    private final UnitPost post;
    private final People people;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EvaluationMails(Outbox outbox, UnitPost post, People people, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.people = people;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    void opinionAnswered(Report report, String author, long count) {
        outbox.postAll(Letter.of("evaluation.opinion-answered", report.cycle())
                .with("cycle", report.cycle())
                .with("link", "/opinions/" + report.cycle())
                .again(report.version())
                .with("summary", "%d ý kiến đã được trả lời trong dự thảo bản %d.".formatted(count, report.version()))
                .to(people.find(author).stream().toList()));
    }

    /** Those of the guests who have a login are told, and asked whether they come; the others are invited on paper. */
    void invited(Report report, Conference conference) {
        Appointment appointment = new Appointment(
                "conference-%s@nepsong".formatted(report.cycle()),
                conference.startsAt(),
                conference.startsAt().plus(CONFERENCE),
                "Hội nghị đánh giá, rút kinh nghiệm kỳ " + report.cycle(),
                conference.place(),
                report.version());
        outbox.postAll(Letter.of("evaluation.conference-called", report.cycle())
                .with("cycle", report.cycle())
                .as("evaluation.conference-invited")
                .again(report.version())
                .with("conferenceTime", conference.startsAt())
                .with("place", conference.place())
                .with("chair", conference.chair())
                .with("programme", conference.programme())
                .with("appointment", appointment.facts())
                .with(
                        "paper",
                        MailPaper.ofConference(report.cycle(), report.version()).facts())
                .with("link", "/conferences/" + report.cycle())
                .to(conference.invited().stream()
                        .flatMap(person -> people.find(person).stream())
                        .toList()));
    }

    void published(String cycle) {
        List<String> groups = new ArrayList<>();
        for (Bloc bloc : cycles.blocs(cycle)) {
            for (String unit : bloc.units()) {
                groups.add(Groups.coordinatorAt(unit));
                groups.add(Groups.headAt(unit));
            }
        }
        outbox.postAll(Letter.of("evaluation.published", cycle)
                .with("cycle", cycle)
                .with("link", "/published/" + cycle)
                .with("deadline", calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, WINDOW)))
                .to(people.inGroups(groups).values().stream()
                        .flatMap(List::stream)
                        .toList()));
    }

    void appealAnswered(String cycle, String unit) {
        post.send(post.letter("appeal.decided", cycle, unit).as("evaluation.appeal-answered"), unit);
    }
}
