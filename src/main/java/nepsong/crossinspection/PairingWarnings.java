package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the head of team should see before approving pairs that break no hard rule, the automatic ones and those swapped by hand. */
public final class PairingWarnings {

    private PairingWarnings() {}

    /** Vietnamese sentences, in the order of the pairs. */
    public static List<String> of(List<Pair> pairs, PairingRequest request) {
        List<String> warnings = new ArrayList<>();
        Map<String, String> next =
                pairs.stream().collect(Collectors.toMap(Pair::inspecting, Pair::inspected, (a, b) -> a));
        for (Pair pair : pairs) {
            String from = request.nameOf(pair.inspecting());
            String to = request.nameOf(pair.inspected());
            int cost = request.cost().of(pair.inspecting(), pair.inspected());
            if (cost > 0) {
                List<String> reasons = request.cost().reasons(pair.inspecting(), pair.inspected());
                warnings.add(
                        reasons.isEmpty()
                                ? "“%s” kiểm tra “%s” có %d điểm bất lợi.".formatted(from, to, cost)
                                : "“%s” kiểm tra “%s” có %d điểm bất lợi: %s."
                                        .formatted(from, to, cost, String.join("; ", reasons)));
            }
            if (request.previous().contains(pair.reversed())) {
                warnings.add("“%s” kiểm tra “%s” là đảo chiều một cặp của hai kỳ gần nhất.".formatted(from, to));
            }
        }
        for (Pair pair : pairs) {
            String first = pair.inspecting();
            String third = next.getOrDefault(pair.inspected(), first);
            boolean loop = !third.equals(first) && first.equals(next.get(third));
            if (loop && first.compareTo(pair.inspected()) < 0 && first.compareTo(third) < 0) {
                warnings.add("Ba đơn vị %s kiểm tra nhau theo vòng kín."
                        .formatted(request.namesOf(List.of(first, pair.inspected(), third))));
            }
        }
        return warnings;
    }
}
