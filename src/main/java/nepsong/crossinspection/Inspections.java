package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inspections, one per inspected unit: what is known about them. {@link InspectionLog} writes them. */
public interface Inspections {

    Optional<Inspection> find(String cycle, String unit);

    /** @throws java.util.NoSuchElementException where no visit was scheduled */
    Inspection get(String cycle, String unit);

    /** Ordered by inspected unit; those that are not scheduled yet are missing. */
    List<Inspection> of(String cycle);

    /** Those of the inspecting unit and of the team who are to come; nobody where no visit was scheduled. */
    Visitors visitors(String cycle, String unit);

    /**
     * Who was to take part or to watch, handed in the sheet, the first or the second, or answered the unit, by inspected
     * unit; a unit without any is left out.
     */
    Map<String, List<String>> inspectors(String cycle, Collection<String> units);

    /** In the order in which they were written. */
    List<VisitFinding> findings(String cycle, String unit);

    /** The minutes, once they are written. */
    Optional<Minutes> minutes(String cycle, String unit);

    /** The units of a cycle that inspect or are inspected between these times and have not been yet; this unit's visit aside. */
    Set<String> visiting(String cycle, LocalDateTime from, LocalDateTime until, String exceptUnit);

    /** Ids of people who take part in another visit on that day, in any cycle. */
    List<String> busyOn(LocalDate day, String exceptCycle, String exceptUnit);
}
