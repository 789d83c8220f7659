package nepsong.privacy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the administrator looks for: by login, name or address, with or without tone marks. */
@Component
public class FindPeople {

    private final People people;
    private final Units units;
    private final PersonalRows rows;

    FindPeople(People people, Units units, PersonalRows rows) {
        this.people = people;
        this.units = units;
        this.rows = rows;
    }

    /**
     * @param unit  name of the unit, where it is one that is inspected
     * @param roles in words
     */
    public record Found(Person person, @Nullable String unit, List<String> roles) {}

    /** Ordered by login. */
    public List<Person> search(String text, int atMost) {
        String wanted = plain(text);
        return people.all().stream()
                .filter(person -> plain(person.id() + " " + person.name() + " " + person.email())
                        .contains(wanted))
                .limit(atMost)
                .toList();
    }

    public Optional<Found> find(String login) {
        return people.find(login).filter(person -> !person.isErased()).map(person -> {
            String unit = person.unit();
            return new Found(
                    person,
                    unit == null ? null : units.find(unit).map(Unit::name).orElse(unit),
                    rows.rolesOf(login));
        });
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .strip();
    }
}
