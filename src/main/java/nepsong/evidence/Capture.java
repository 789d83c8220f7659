package nepsong.evidence;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a photo was taken, as the camera wrote it down.
 *
 * @param takenAt   by the camera's own clock
 * @param latitude  degrees north, six decimals
 * @param longitude degrees east, six decimals
 */
public record Capture(@Nullable LocalDateTime takenAt, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {

    public boolean isEmpty() {
        return takenAt == null && latitude == null;
    }
}
