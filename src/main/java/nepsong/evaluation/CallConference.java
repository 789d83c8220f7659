package nepsong.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import nepsong.directive.SeatedMembers;
import nepsong.evaluation.Opinions.Opinion;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretaries invite to the conference. The round of opinions is over: whoever said nothing has consented, and that is kept. */
@Component
public class CallConference {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Reports reports;
    private final Opinions opinions;
    private final Conferences conferences;
    private final Invitations invitations;
    private final SeatedMembers members;
    private final EvaluationMails mails;
    private final Clock clock;

    CallConference(
            Reports reports,
            Opinions opinions,
            Conferences conferences,
            Invitations invitations,
            SeatedMembers members,
            EvaluationMails mails,
            Clock clock) {
        this.reports = reports;
        this.opinions = opinions;
        this.conferences = conferences;
        this.invitations = invitations;
        this.members = members;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param latest last day of the conference */
    @Transactional
    public List<Refusal> call(String cycle, String user, Conference conference, LocalDate latest) {
        List<Refusal> refusals = new ArrayList<>();
        if (conference.startsAt().isBefore(clock.instant().minusSeconds(3600))) {
            refusals.add(Refusal.of("startsAt", "Thời gian hội nghị không được ở trong quá khứ"));
        }
        if (LocalDate.ofInstant(conference.startsAt(), WorkingCalendar.ZONE).isAfter(latest)) {
            refusals.add(Refusal.of(
                    "startsAt",
                    "Hội nghị phải họp chậm nhất ngày " + DAY.format(latest) + ", tính từ ngày có dự thảo báo cáo"));
        }
        if (conference.guests().isEmpty()) {
            refusals.add(Refusal.of("guests", "Cần ghi thành phần dự hội nghị"));
        }
        if (refusals.isEmpty()) {
            Report report = reports.get(cycle);
            noteSilence(report);
            conferences.call(report, conference, user);
            invitations.add(report, conference.invited());
            mails.invited(report, conference);
        }
        return refusals;
    }

    private void noteSilence(Report report) {
        Set<String> spoken = opinions.of(report).stream().map(Opinion::person).collect(Collectors.toSet());
        members.of(report.cycle()).stream()
                .map(Person::id)
                .filter(person -> !spoken.contains(person))
                .forEach(person -> opinions.add(report, new Opinion(person, true, true), List.of()));
    }
}
