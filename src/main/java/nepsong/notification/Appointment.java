package nepsong.notification;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit or a conference, as an iCalendar file (RFC 5545) that goes with a mail. As the fact {@code appointment} of a
 * mail it is what {@link #facts} says.
 *
 * @param uid      the same for every mail about the same appointment
 * @param sequence  counts up with every change, so that calendars move the entry instead of adding another
 * @param calledOff takes the entry out of the calendar
 */
public record Appointment(
        String uid, Instant start, Instant end, String title, String place, int sequence, boolean calledOff) {

    private static final int LONGEST_LINE = 75;
    private static final String PRODUCT = "-//Nep Song//Ky kiem tra//VI";

    public Appointment {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an appointment ends after its start");
        }
    }

    /** One that takes place. */
    public Appointment(String uid, Instant start, Instant end, String title, String place, int sequence) {
        this(uid, start, end, title, place, sequence, false);
    }

    /** The same, called off after whatever change it saw last. */
    public Appointment callOff() {
        return new Appointment(uid, start, end, title, place, sequence + 1, true);
    }

    /** What a calendar is to do, as the standard names it (RFC 5546). */
    String method() {
        return calledOff ? "CANCEL" : "PUBLISH";
    }

    public Map<String, Object> facts() {
        return Map.of(
                "uid",
                uid,
                "start",
                start.toString(),
                "end",
                end.toString(),
                "title",
                title,
                "place",
                place,
                "sequence",
                String.valueOf(sequence),
                "calledOff",
                String.valueOf(calledOff));
    }

    static @Nullable Appointment of(@Nullable Object fact) {
        if (!(fact instanceof Map<?, ?> facts)) {
            return null;
        }
        return new Appointment(
                text(facts, "uid"),
                Instant.parse(text(facts, "start")),
                Instant.parse(text(facts, "end")),
                text(facts, "title"),
                text(facts, "place"),
                Integer.parseInt(text(facts, "sequence")),
                Boolean.parseBoolean(text(facts, "calledOff")));
    }

    private static String text(Map<?, ?> facts, String name) {
        return String.valueOf(facts.get(name));
    }

    /**
     * @param written   when the appointment was told; the same for the same mail, however often it is sent
     * @param organizer the address that tells of it: a calendar lets no other call it off
     */
    String file(Instant written, String organizer) {
        VEvent event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(written));
        event.setDateStart(Date.from(start));
        event.setDateEnd(Date.from(end));
        event.setSummary(Facts.line(title));
        event.setLocation(Facts.line(place));
        event.setSequence(sequence);
        event.setOrganizer(organizer);
        event.setStatus(calledOff ? Status.cancelled() : Status.confirmed());
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(new Method(method()));
        calendar.addEvent(event);
        return folded(Biweekly.write(calendar).go().replace("\r\n ", ""));
    }

    /** The standard counts octets to a line, the library characters; a Vietnamese letter has up to three octets. */
    private static String folded(String text) {
        StringBuilder file = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            String one = Character.toString(letter);
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (letter != '\r' && letter != '\n' && octets + more > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(one);
            octets = letter == '\n' ? 0 : octets + more;
            at += one.length();
        }
        return file.toString();
    }
}
