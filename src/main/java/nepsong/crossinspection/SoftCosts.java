package nepsong.crossinspection;

import java.util.Map;
import java.util.Objects;

/**
 * The soft costs of the pairing: far +3, same former district +2, different size +1, the inspected unit's leader formerly in
 * the inspecting unit +5, the inspecting unit graded POOR last year +2 (every unit inspects once, so this last one raises the
 * total of all pairings alike). The loop of three, +1, is counted by {@link PairingPolicy} itself.
 */
public record SoftCosts(Map<String, PairingFacts> facts) implements PairingCost {

    public static final double FAR_KILOMETRES = 30;
    public static final int FAR = 3;
    public static final int SAME_DISTRICT = 2;
    public static final int DIFFERENT_SIZE = 1;
    public static final int LEADER_CAME_FROM_INSPECTING = 5;
    public static final int INSPECTING_GRADED_POOR = 2;
    public static final int LOOP_OF_THREE = 1;

    public SoftCosts {
        facts = Map.copyOf(facts);
    }

    @Override
    public int of(String inspecting, String inspected) {
        PairingFacts from = facts.getOrDefault(inspecting, PairingFacts.UNKNOWN);
        PairingFacts to = facts.getOrDefault(inspected, PairingFacts.UNKNOWN);
        Double kilometres = from.kilometresTo(to);
        int cost = kilometres != null && kilometres > FAR_KILOMETRES ? FAR : 0;
        if (from.district() != null && from.district().equals(to.district())) {
            cost += SAME_DISTRICT;
        }
        if (from.size() != null && to.size() != null && !Objects.equals(from.size(), to.size())) {
            cost += DIFFERENT_SIZE;
        }
        if (to.leaderCameFrom().contains(inspecting)) {
            cost += LEADER_CAME_FROM_INSPECTING;
        }
        return from.gradedPoor() ? cost + INSPECTING_GRADED_POOR : cost;
    }
}
