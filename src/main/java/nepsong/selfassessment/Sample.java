package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.Optional;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What inspectors looked at on the spot, as far as they said so.
 *
 * @param size   how many they looked at; at least 1
 * @param faults how many of these were not as they ought to be
 */
public record Sample(@Nullable Integer size, @Nullable Integer faults) {

    public static final Sample NONE = new Sample(null, null);

    /** Whether one number stands without the other. */
    public boolean isHalf() {
        return (size == null) != (faults == null);
    }

    public boolean hasMoreFaultsThanThings() {
        return size != null && faults != null && faults > size;
    }

    /** What the criterion's rule makes of it; empty where nothing is counted, or the numbers are not fit. */
    public Optional<BigDecimal> score(Criterion criterion) {
        Measure measure = criterion.measure();
        return measure == null || size == null || faults == null || faults > size
                ? Optional.empty()
                : Optional.of(measure.score(
                        criterion.max(), measure.kind() == Measure.Kind.RATIO ? size - faults : faults, size));
    }

    /** As people read it; empty where nothing was counted. */
    public String words() {
        return size == null || faults == null ? "" : "%d lỗi trên %d mẫu".formatted(faults, size);
    }
}
