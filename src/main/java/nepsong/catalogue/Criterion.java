package nepsong.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is judged.
 *
 * @param code              e.g. {@code CS-A1}
 * @param group             a letter A–F
 * @param max               points, 0.25 to 100
 * @param method            how it is scored, in words
 * @param evidence          what proves the score, in words
 * @param notApplicableRule when it may be left out, in words; null where it never may
 */
public record Criterion(
        String code,
        CriteriaSet set,
        String group,
        String groupName,
        String text,
        String englishText,
        BigDecimal max,
        String method,
        String evidence,
        @Nullable String notApplicableRule) {

    public boolean mayBeNotApplicable() {
        return notApplicableRule != null;
    }
}
