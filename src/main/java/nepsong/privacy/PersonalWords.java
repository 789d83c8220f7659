package nepsong.privacy;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import nepsong.organisation.Person;

/** By what a person is known in a text. One word alone may be anybody's, or part of another. */
final class PersonalWords {

    private static final int SHORTEST_PHONE = 8;

    private PersonalWords() {}

    static Set<String> of(Person person) {
        Set<String> words = new LinkedHashSet<>();
        if (person.name().contains(" ")) {
            words.add(person.name());
        }
        if (person.email().contains("@")) {
            words.add(person.email());
            words.add(person.email().toLowerCase(Locale.ROOT));
        }
        if (person.phone().length() >= SHORTEST_PHONE) {
            words.add(person.phone());
        }
        return words;
    }
}
