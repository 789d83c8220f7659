package nepsong.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The registry of units of all times. */
public interface Units {

    Optional<Unit> find(String code);

    /** In the order of the codes asked for; a code that nobody knows is left out. */
    List<Unit> find(Collection<String> codes);

    /** Ordered as the registry was loaded. */
    List<Unit> validOn(LocalDate day);
}
