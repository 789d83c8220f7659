package nepsong.notification;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Person;
import org.jspecify.annotations.Nullable;

/**
 * What several people are told in the same words: each gets a {@link Mail} of it.
 *
 * @param event    what happened, {@code <stage>.<past fact>}
 * @param about    id of what it happened to
 * @param template the name of the files under {@code mail/}
 */
public record Letter(String event, String about, int generation, String template, Map<String, Object> facts) {

    public Letter {
        facts = Collections.unmodifiableMap(new HashMap<>(facts));
    }

    /** Whose template is called like the event. */
    public static Letter of(String event, String about) {
        return new Letter(event, about, 0, event, Map.of());
    }

    public Letter as(String itsTemplate) {
        return new Letter(event, about, generation, itsTemplate, facts);
    }

    /** @param time counts up where the same is told again on purpose */
    public Letter again(int time) {
        return new Letter(event, about, time, template, facts);
    }

    /** Null leaves the fact out. */
    public Letter with(String fact, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(facts);
        more.put(fact, value);
        return new Letter(event, about, generation, template, more);
    }

    public Letter with(Map<String, ?> more) {
        Letter letter = this;
        for (Map.Entry<String, ?> fact : more.entrySet()) {
            letter = letter.with(fact.getKey(), fact.getValue());
        }
        return letter;
    }

    /** Whoever is named twice gets it once. */
    public List<Mail> to(Collection<Person> recipients) {
        return recipients.stream()
                .distinct()
                .map(person -> new Mail(event, about, generation, person, template, facts))
                .toList();
    }
}
