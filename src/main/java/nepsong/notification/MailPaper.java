package nepsong.notification;

import java.util.Map;

/**
 * Which document goes with a mail. As the fact {@code paper} of a mail it is what {@link #facts} says; the document itself is
 * made when the mail goes out.
 *
 * @param unit    code of the unit that it is about; empty for what is about a whole cycle
 * @param version of what it tells of: once that has moved on, the document is that of a later mail
 */
public record MailPaper(Kind kind, String cycle, String unit, int version) {

    public enum Kind {
        VISIT_NOTICE,
        CONFERENCE_INVITATION
    }

    /** @param change how often the visit has been changed */
    public static MailPaper ofVisit(String cycle, String unit, int change) {
        return new MailPaper(Kind.VISIT_NOTICE, cycle, unit, change);
    }

    /** @param version of the report that the conference is about */
    public static MailPaper ofConference(String cycle, int version) {
        return new MailPaper(Kind.CONFERENCE_INVITATION, cycle, "", version);
    }

    public Map<String, Object> facts() {
        return Map.of("kind", kind.name(), "cycle", cycle, "unit", unit, "version", String.valueOf(version));
    }

    static MailPaper of(Map<?, ?> facts) {
        return new MailPaper(
                Kind.valueOf(String.valueOf(facts.get("kind"))),
                String.valueOf(facts.get("cycle")),
                String.valueOf(facts.get("unit")),
                Integer.parseInt(String.valueOf(facts.get("version"))));
    }
}
