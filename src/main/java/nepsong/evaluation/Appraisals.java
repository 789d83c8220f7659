package nepsong.evaluation;

import java.util.List;
import java.util.Map;

/** What the appraisers said about the units. */
public interface Appraisals {

    /** By unit. */
    Map<String, Appraisal> of(String cycle);

    /** Replaces what was said about the same units. */
    void save(List<Appraisal> appraisals);
}
