package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;

/**
 * The soft costs of the pairing: far, same former district, different size, the inspected unit's leader formerly in the
 * inspecting unit, as the parameters weigh them; the inspecting unit graded POOR last year +2 (every unit inspects once, so this last one raises the
 * total of all pairings alike); and a loop of three, as the parameter weighs it.
 */
public record SoftCosts(Map<String, PairingFacts> facts, ParameterValues rules) implements PairingCost {

    public static final int INSPECTING_GRADED_POOR = 2;

    public SoftCosts {
        facts = Map.copyOf(facts);
    }

    @Override
    public int loopOfThree() {
        return rules.integer(Parameter.PAIRING_LOOP_OF_THREE);
    }

    private record Reason(int points, String words) {}

    @Override
    public int of(String inspecting, String inspected) {
        int points = 0;
        for (Reason reason : of(inspecting, fact(inspecting), fact(inspected))) {
            points += reason.points();
        }
        return points;
    }

    @Override
    public List<String> reasons(String inspecting, String inspected) {
        return of(inspecting, fact(inspecting), fact(inspected)).stream()
                .sorted(Comparator.comparingInt(Reason::points).reversed())
                .map(Reason::words)
                .toList();
    }

    private PairingFacts fact(String unit) {
        return facts.getOrDefault(unit, PairingFacts.UNKNOWN);
    }

    private List<Reason> of(String inspecting, PairingFacts from, PairingFacts to) {
        List<Reason> reasons = new ArrayList<>(2);
        Double kilometres = from.kilometresTo(to);
        if (kilometres != null && kilometres > rules.integer(Parameter.PAIRING_FAR_KILOMETRES)) {
            reasons.add(new Reason(
                    rules.integer(Parameter.PAIRING_FAR), "cách nhau khoảng %d km".formatted(Math.round(kilometres))));
        }
        if (from.district() != null && from.district().equals(to.district())) {
            reasons.add(new Reason(rules.integer(Parameter.PAIRING_SAME_DISTRICT), "cùng địa bàn"));
        }
        if (from.size() != null && to.size() != null && !Objects.equals(from.size(), to.size())) {
            reasons.add(new Reason(rules.integer(Parameter.PAIRING_DIFFERENT_SIZE), "quy mô khác nhau"));
        }
        if (to.leaderCameFrom().contains(inspecting)) {
            reasons.add(new Reason(
                    rules.integer(Parameter.PAIRING_LEADER_CAME_FROM),
                    "lãnh đạo đơn vị được kiểm tra từng công tác ở đơn vị đi kiểm tra"));
        }
        if (from.gradedPoor()) {
            reasons.add(new Reason(INSPECTING_GRADED_POOR, "đơn vị đi kiểm tra xếp loại Yếu ở kỳ trước"));
        }
        reasons.removeIf(reason -> reason.points() == 0);
        return reasons;
    }
}
