package nepsong.crossinspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the soft costs ask of a unit; what is not known is null and costs nothing.
 *
 * @param district     the former district or area, where the staff know each other
 * @param size         the class of size, e.g. {@code large}
 * @param latitude     degrees north of the head office
 * @param longitude    degrees east of the head office
 * @param leaderCameFrom the units that its leader worked in before
 * @param gradedPoor   whether it was graded POOR (Yếu) last year
 */
public record PairingFacts(
        @Nullable String district,
        @Nullable String size,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Set<String> leaderCameFrom,
        boolean gradedPoor) {

    public static final PairingFacts UNKNOWN = new PairingFacts(null, null, null, null, Set.of(), false);

    private static final double EARTH_RADIUS_KM = 6371.0;

    public PairingFacts {
        leaderCameFrom = Set.copyOf(leaderCameFrom);
    }

    /** Kilometres as the crow flies, or null where either place is not known. */
    public @Nullable Double kilometresTo(PairingFacts other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return null;
        }
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
    }
}
