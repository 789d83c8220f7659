package nepsong.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who was nominated, and how far each nomination has come. */
public interface Nominations {

    /** In the order they were made; all where no cycle is named. */
    List<Nomination> of(@Nullable String cycle);

    Optional<Nomination> find(String id);

    /** @throws java.util.NoSuchElementException where there is no such nomination */
    Nomination get(String id);

    /** Others of the same name in the same unit whose achievement ends in the same year. */
    List<Nomination> duplicatesOf(Nomination nomination);

    void add(Nomination nomination);

    /** Replaces the text and the day of the deed. */
    void describe(String id, String achievement, @Nullable LocalDate deedOn);
}
