package nepsong.crossinspection;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The cycle's thresholds that decide which differences are explained. A score that was left out is null. */
@FunctionalInterface
public interface Discrepancies {

    Discrepancy of(String cycle, @Nullable BigDecimal selfScore, @Nullable BigDecimal crossScore, BigDecimal maximum);
}
