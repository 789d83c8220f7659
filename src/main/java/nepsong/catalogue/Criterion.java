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
 * @param evidenceRequired  whether a score above 0 needs its evidence attached
 * @param photoRequired     whether inspectors who give less than the maximum show a photo
 * @param measure           how the score follows from what was counted; null where it is judged otherwise
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
        @Nullable String notApplicableRule,
        boolean evidenceRequired,
        boolean photoRequired,
        @Nullable Measure measure) {

    public Criterion {
        if (max.signum() <= 0) {
            throw new IllegalArgumentException(code + " cannot be scored: its maximum is " + max);
        }
    }

    /** Without evidence or a photo that must be attached, and without anything to count. */
    public Criterion(
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
        this(
                code,
                set,
                group,
                groupName,
                text,
                englishText,
                max,
                method,
                evidence,
                notApplicableRule,
                false,
                false,
                null);
    }

    /** The same, however the number of its points was written. */
    Criterion plain() {
        return new Criterion(
                code,
                set,
                group,
                groupName,
                text,
                englishText,
                max.stripTrailingZeros(),
                method,
                evidence,
                notApplicableRule,
                evidenceRequired,
                photoRequired,
                measure);
    }

    /** As the codes of its group begin: {@code CS-A}. */
    public String groupCode() {
        return code.replaceFirst("\\d+$", "");
    }

    public boolean mayBeNotApplicable() {
        return notApplicableRule != null;
    }
}
