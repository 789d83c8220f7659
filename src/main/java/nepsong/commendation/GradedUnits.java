package nepsong.commendation;

import java.util.List;
import java.util.Optional;

/** How the units came out of a cycle. */
public interface GradedUnits {

    /** By bloc and rank; empty while nothing is published. */
    List<GradedUnit> of(String cycle);

    Optional<GradedUnit> of(String cycle, String unit);
}
