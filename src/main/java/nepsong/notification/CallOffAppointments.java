package nepsong.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls off what a cycle still has in people's calendars: whoever was told of a visit or a conference is told that it
 * does not take place, in a mail that takes the entry out. The outbox itself knows who was told.
 */
@Component
public class CallOffAppointments {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private final QueuedMails mails;
    private final Outbox outbox;
    private final Clock clock;

    CallOffAppointments(QueuedMails mails, Outbox outbox, Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Entry(QueuedMail told, Appointment appointment) {}

    /** What has begun is left as it was. Returns how many mails were queued. */
    @Transactional
    public int of(String cycle, String reason) {
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        Map<String, Appointment> newest = new HashMap<>();
        Map<String, Appointment> newestOfPerson = new HashMap<>();
        for (QueuedMail mail : mails.ofTemplates(MailKind.SCHEDULE.templates())) {
            Appointment appointment = Appointment.of(mail.facts().get("appointment"));
            if (appointment != null && cycle.equals(mail.facts().get("cycle"))) {
                entries.add(new Entry(mail, appointment));
                newest.merge(appointment.uid(), appointment, CallOffAppointments::newer);
                newestOfPerson.merge(key(mail, appointment), appointment, CallOffAppointments::newer);
            }
        }
        List<Mail> told = new ArrayList<>();
        for (Entry entry : entries) {
            Appointment last = newest.getOrDefault(entry.appointment().uid(), entry.appointment());
            Appointment own = newestOfPerson.getOrDefault(key(entry.told(), last), last);
            if (last.start().isAfter(now) && !last.calledOff() && !own.calledOff()) {
                told.add(mail(cycle, entry.told(), last, reason));
            }
        }
        return outbox.postNow(told).size();
    }

    /** One person may be released from what takes place for the others: that is no call off. */
    private static Appointment newer(Appointment one, Appointment other) {
        boolean later = one.sequence() < other.sequence() || one.sequence() == other.sequence() && one.calledOff();
        return later ? other : one;
    }

    private static String key(QueuedMail mail, Appointment appointment) {
        return appointment.uid() + " " + mail.person();
    }

    private static Mail mail(String cycle, QueuedMail told, Appointment last, String reason) {
        return new Mail(
                "appointment.called-off",
                last.uid(),
                last.sequence() + 1,
                MailSorting.recipient(told),
                "appointment.called-off",
                Map.of(
                        "cycle", cycle,
                        "schedule", told.template().startsWith("cross-inspection.") ? "kiểm tra" : "hội nghị",
                        "title", last.title(),
                        "oldTime", TIME.format(last.start()),
                        "place", last.place(),
                        "reason", reason,
                        "appointment", last.callOff().facts()));
    }
}
