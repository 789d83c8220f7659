package nepsong.crossinspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.selfassessment.Answer;
import org.jspecify.annotations.Nullable;

/** The second inspections of a cycle. Their scores stand beside those of the cross-inspection and never in their place. */
public interface DoubleInspections {

    /** Units of a bloc, drawn when its pairs are approved. */
    void draw(String cycle, String bloc, List<String> units);

    Optional<DoubleInspection> find(String cycle, String unit);

    /** Ordered by unit. */
    List<DoubleInspection> of(String cycle, String bloc);

    /** By unit, of those that were inspected a second time. */
    Map<String, List<Answer>> scores(String cycle, String bloc);

    /** @param handedInFor id of the person in whose place it was done; null where it was for themselves */
    void handIn(
            String cycle,
            String unit,
            LocalDate inspectedOn,
            List<CrossScore> scores,
            String person,
            @Nullable String handedInFor);

    /** @param resolution why the scores may stay as far apart as they are, or what follows */
    void resolve(String cycle, String unit, String resolution, String person);
}
