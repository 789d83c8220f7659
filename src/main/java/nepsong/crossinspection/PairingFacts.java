package nepsong.crossinspection;

import java.util.Set;
import nepsong.organisation.Location;
import org.jspecify.annotations.Nullable;

/**
 * What the soft costs ask of a unit; what is not known is null and costs nothing.
 *
 * @param district     the former district or area, where the staff know each other
 * @param size         the class of size, e.g. {@code large}
 * @param location     its head office or centre
 * @param leaderCameFrom the units that its leader worked in before
 * @param gradedPoor   whether it was graded POOR (Yếu) last year
 */
public record PairingFacts(
        @Nullable String district,
        @Nullable String size,
        @Nullable Location location,
        Set<String> leaderCameFrom,
        boolean gradedPoor) {

    public static final PairingFacts UNKNOWN = new PairingFacts(null, null, null, Set.of(), false);

    public PairingFacts {
        leaderCameFrom = Set.copyOf(leaderCameFrom);
    }

    /** Kilometres as the crow flies, or null where either place is not known. */
    public @Nullable Double kilometresTo(PairingFacts other) {
        return location == null || other.location == null ? null : location.kilometresTo(other.location);
    }
}
