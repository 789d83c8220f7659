package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.Optional;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind a score, as far as they were given.
 *
 * @param counted of a ratio what meets the criterion, otherwise the faults
 * @param total   out of how many; at least 1
 */
public record Figures(@Nullable Integer counted, @Nullable Integer total) {

    public static final Figures NONE = new Figures(null, null);

    public boolean isMissing() {
        return counted == null && total == null;
    }

    /** Of a ratio, whether not everything meets the criterion. */
    boolean isShort() {
        return counted != null && total != null && counted < total;
    }

    /** Whether more was counted than there is. */
    boolean isTooMuch() {
        return counted != null && total != null && counted > total;
    }

    /** What the criterion's rule makes of them; empty where nothing is counted, or the numbers are not fit. */
    public Optional<BigDecimal> score(Criterion criterion) {
        Measure measure = criterion.measure();
        return measure == null || counted == null || total == null || counted > total
                ? Optional.empty()
                : Optional.of(measure.score(criterion.max(), counted, total));
    }

    /** As people read them; empty where there are none. */
    public String words(Criterion criterion) {
        Measure measure = criterion.measure();
        if (measure == null || counted == null || total == null) {
            return "";
        }
        return (measure.kind() == Measure.Kind.RATIO ? "đạt %d trên %d" : "%d lỗi trên %d mẫu")
                .formatted(counted, total);
    }
}
