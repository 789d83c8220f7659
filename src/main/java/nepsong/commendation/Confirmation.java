package nepsong.commendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the council of the unit said.
 *
 * @param papers number and day of what the unit hands in; null where it says nothing of them
 * @param reason null where it confirmed
 */
public record Confirmation(
        String nomination,
        int members,
        int present,
        int inFavour,
        boolean confirmed,
        @Nullable String papers,
        @Nullable String reason) {

    /** Of those present, one decimal, half up. */
    public BigDecimal percentInFavour() {
        return BigDecimal.valueOf(100L * inFavour).divide(BigDecimal.valueOf(present), 1, RoundingMode.HALF_UP);
    }
}
