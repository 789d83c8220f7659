package nepsong.privacy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.ErasedPeople;
import nepsong.organisation.Logins;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.Person;
import nepsong.organisation.PersonErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In one transaction, column by column of the register. */
@Component
class PutPseudonym {

    private final PersonalData register;
    private final PersonalRows rows;
    private final ErasedPeople erased;
    private final Logins logins;
    private final PeopleChanges changes;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PutPseudonym(
            PersonalData register,
            PersonalRows rows,
            ErasedPeople erased,
            Logins logins,
            PeopleChanges changes,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.rows = rows;
        this.erased = erased;
        this.logins = logins;
        this.changes = changes;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return the name that stands for the person now
     * @throws org.springframework.dao.DuplicateKeyException where another is doing it at the same time
     */
    @Transactional
    String put(Person person, String reason, String by) {
        String login = person.id();
        ErasedPeople.Erased pseudonym = erased.add(login, clock.instant(), by);
        rows.deleteWaitingMail(login);
        register.of(Rule.NAME).forEach(column -> rows.set(column, register.owner(column), login, pseudonym.name()));
        register.of(Rule.BLANK).forEach(column -> rows.set(column, register.owner(column), login, ""));
        rows.replaceContacts(person, pseudonym.name());
        Map<String, String> words = words(person, pseudonym);
        register.of(Rule.MENTION)
                .forEach(column -> words.forEach((word, instead) -> {
                    rows.replaceWithin(column, word, instead);
                }));
        logins.remove(login);
        register.of(Rule.OWN).forEach(column -> rows.delete(column, login));
        register.of(Rule.ID, Rule.ROLE).forEach(column -> rows.set(column, column, login, pseudonym.id()));
        if (!rows.isGroup(login)) {
            register.of(Rule.VALUE).forEach(column -> rows.set(column, column, login, pseudonym.id()));
        }
        changes.tell();
        trail.record(AuditEvent.of("person.erased")
                .by(by)
                .about(login)
                .because(reason)
                .changed(Map.of(), Map.of("pseudonym", pseudonym.name())));
        events.publishEvent(new PersonErased(login));
        return pseudonym.name();
    }

    /** Of the login only where it stands between the signs of a mail's key or of JSON: it may be a word of the language. */
    private static Map<String, String> words(Person person, ErasedPeople.Erased pseudonym) {
        Map<String, String> words = new LinkedHashMap<>();
        PersonalWords.of(person).forEach(word -> words.put(word, ""));
        words.computeIfPresent(person.name(), (name, nothing) -> pseudonym.name());
        words.put("/" + person.id() + "/", "/" + pseudonym.id() + "/");
        words.put("\"" + person.id() + "\"", "\"" + pseudonym.id() + "\"");
        return words;
    }
}
