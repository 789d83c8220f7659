package nepsong.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the appraisers said about the units. */
public interface Appraisals {

    /** By unit. */
    Map<String, Appraisal> of(String cycle);

    /** Of one unit; empty before it was appraised. */
    Optional<Appraisal> of(String cycle, String unit);

    /**
     * Replaces what was said about the same units.
     *
     * @param items of these units
     */
    void save(List<Appraisal> appraisals, List<PointItem> items);

    /** What the head of team says to the adjusted grades. */
    void decide(String cycle, List<Adjustment> adjustments, String user);
}
