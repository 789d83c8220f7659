package nepsong.selfassessment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.Measure;
import nepsong.catalogue.RuleWords;

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

    /**
     * When each criterion may be left out, by its code. One that applies to every unit is not in it: a form's {@code get
     * value} says null of what is missing, and in a browser also of an empty text.
     */
    public static Map<String, String> naRules(Collection<Criterion> criteria) {
        Map<String, String> rules = new LinkedHashMap<>();
        criteria.forEach(criterion -> {
            String rule = criterion.notApplicableRule();
            if (rule != null) {
                rules.put(criterion.code(), RuleWords.notApplicable(rule));
            }
        });
        return rules;
    }
}
