package nepsong.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The findings of all cycles. A user is the id of a person, or empty when the system acted. */
public interface Findings {

    Optional<Finding> find(String id);

    /** @throws java.util.NoSuchElementException where there is no such finding */
    Finding get(String id);

    /** Ordered by unit and number. */
    List<Finding> of(String cycle, @Nullable String unit);

    /** How many of each type were found at the unit in the cycle before this one; withdrawn cycles do not count. */
    Map<FindingType, Integer> countsInPreviousCycle(String cycle, String unit);

    /** The highest number of the unit's findings in the cycle; 0 where there are none. */
    int lastNumber(String cycle, String unit);

    void add(Finding finding, String foundBy);

    /** Writes what the secretary may change of a finding. */
    void assign(Finding assigned, String user);

    /** A closed finding is open again, an open one stays so; either way there is one more on its count. */
    void reopen(String id, LocalDate dueOn);

    /** More time for the report that is awaited. */
    void postpone(String id, LocalDate dueOn);

    void close(String id, String user);
}
