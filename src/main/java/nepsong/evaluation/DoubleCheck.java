package nepsong.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's second inspection says about its first, in points of a hundred.
 *
 * @param second  what the team gave
 * @param cross   what the unit's inspectors gave; null where they did not inspect it
 * @param allowed how far the two may lie apart before somebody has to say what follows
 */
public record DoubleCheck(BigDecimal second, @Nullable BigDecimal cross, BigDecimal allowed) {

    /** 0 where there is nothing to compare with. */
    public BigDecimal difference() {
        return cross == null ? BigDecimal.ZERO : second.subtract(cross).abs();
    }

    public boolean isFarApart() {
        return difference().compareTo(allowed) > 0;
    }
}
