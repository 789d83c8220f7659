package nepsong.selfassessment;

import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.Measure;

/** How every scorecard's row begins, the unit's and its inspectors': with the criterion that it judges. */
public final class CriterionRow {

    private static final String JUDGED = "NONE";

    private CriterionRow() {}

    /** @return {@code code}, {@code text}, {@code max} and {@code measure}, for a form to add to */
    public static Map<String, Object> of(Criterion criterion) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", criterion.code());
        row.put("text", criterion.text());
        row.put("max", criterion.max());
        Measure measure = criterion.measure();
        row.put("measure", measure == null ? JUDGED : measure.kind().name());
        return row;
    }
}
