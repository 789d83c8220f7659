package nepsong.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who was nominated, and how far each nomination has come. */
public interface Nominations {

    /** In the order they were made, whoever made them; all where no cycle is named. */
    List<Nomination> of(@Nullable String cycle);

    /** Those that the standing office picked out of the cycle's results, in the order they were made. */
    List<Nomination> picked(String cycle);

    /** Of a unit and of people whom it answers for, in all cycles and outside of them, the newest first. */
    List<Nomination> ofUnit(String unit);

    /** Those that a person made, the newest first. */
    List<Nomination> proposedBy(String person);

    Optional<Nomination> find(String id);

    /** @throws java.util.NoSuchElementException where there is no such nomination */
    Nomination get(String id);

    /** Others of the same name in the same unit, of any year, in the order they were made. */
    List<Nomination> namesakesOf(Nomination nomination);

    /** Those of the cycle, or of none, that the council agreed to and the City has not decided, in the order they were made. */
    List<Nomination> awaitingDecision(@Nullable String cycle);

    /** Of somebody who nominates by themselves. */
    void add(Nomination nomination);

    /** Out of the results of its cycle. */
    void pick(Nomination nomination);

    /** Replaces the text and the day of the deed. */
    void describe(String id, String achievement, @Nullable LocalDate deedOn);
}
