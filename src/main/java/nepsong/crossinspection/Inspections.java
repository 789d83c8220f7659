package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
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

    /** The groups of criteria that are looked at on the spot, as their codes begin; none where no visit was scheduled. */
    List<String> scope(String cycle, String unit);

    /** Of these units, those where the person was to take part or to watch, handed in a sheet or answered the unit. */
    Set<String> unitsInspectedBy(String person, String cycle, Collection<String> units);

    /** In the order in which they were written. */
    List<VisitFinding> findings(String cycle, String unit);

    /** The minutes, once they are written. */
    Optional<Minutes> minutes(String cycle, String unit);

    /** The visits of a day that are still to come, of every cycle that was not withdrawn. */
    List<PlannedVisit> plannedOn(LocalDate day);

    /**
     * One of the visits of a day.
     *
     * @param people ids of those who take part or watch
     */
    record PlannedVisit(String cycle, String unit, String inspecting, LocalDateTime at, Set<String> people) {}
}
