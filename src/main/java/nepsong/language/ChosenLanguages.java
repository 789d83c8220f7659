package nepsong.language;

import java.util.Optional;

/** Which language a person wants their pages in. */
public interface ChosenLanguages {

    Optional<String> of(String person);

    void save(String person, String language);
}
