package nepsong.crossinspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who took whose inspection over after the pairs were approved. */
public interface PairReplacements {

    /** To the end of the caller's transaction nobody else changes who inspects whom in the bloc. */
    void hold(String cycle, String bloc);

    /**
     * From now on the pair is the new one, also in the visit that is planned.
     *
     * @param staying who still comes to the planned visit; null where none is planned
     */
    void add(PairReplacement replacement, @Nullable Visitors staying);

    /** Those in which the unit is inspected, inspects or was to inspect, in the order in which they were made. */
    List<PairReplacement> concerning(String cycle, String unit);
}
