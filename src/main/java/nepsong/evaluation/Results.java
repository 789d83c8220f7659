package nepsong.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of the cycles, from the grading on; {@link Publications} says whether they are public. */
public interface Results {

    /** By bloc and rank; empty until the cycle's units are graded. */
    List<Result> of(String cycle);

    Optional<Result> of(String cycle, String unit);

    /** By unit, as they were when the units were graded. */
    Map<String, GradedFacts> facts(String cycle);

    /** Replaces the cycle's facts. */
    void freeze(String cycle, List<GradedFacts> facts);

    /** Replaces the cycle's results. */
    void replace(String cycle, List<Result> results);
}
