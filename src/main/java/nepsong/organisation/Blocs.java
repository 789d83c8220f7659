package nepsong.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The registry of blocs of all times. What a cycle was configured with is the cycle's own. */
public interface Blocs {

    /** By unit, in the order of the registry; a unit that belongs to no bloc on that day is left out. */
    Map<String, BlocMembership> validOn(LocalDate day);

    /** When a file of blocs was last taken over; empty before the first. */
    Optional<Instant> loadedAt();
}
