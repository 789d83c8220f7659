package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Refusal;

/** The hard rules of the cross-inspection inside a bloc, for the pairing itself and for every swap made by hand. */
public final class PairingRules {

    private static final String FIELD = "pairs";

    private PairingRules() {}

    /** Why the pair may never stand, whatever the other pairs are; empty where it may. */
    public static Optional<String> whyForbidden(String inspecting, String inspected, PairingRequest request) {
        if (inspecting.equals(inspected)) {
            return Optional.of("không tự kiểm tra");
        }
        Pair pair = new Pair(inspecting, inspected);
        if (request.conflicts().contains(pair) || request.conflicts().contains(pair.reversed())) {
            return Optional.of("xung đột lợi ích đã khai báo");
        }
        if (request.previous().contains(pair)) {
            return Optional.of("đã là cặp này trong hai kỳ gần nhất");
        }
        return Optional.empty();
    }

    /** Every breach by these pairs; the row is the inspecting unit's name, or the inspected one's where nobody inspects it. */
    public static List<Refusal> violations(List<Pair> pairs, PairingRequest request) {
        List<Refusal> found = new ArrayList<>();
        Set<String> units = new HashSet<>(request.units());
        Set<Pair> all = new HashSet<>(pairs);
        Map<String, Integer> inspecting = new HashMap<>();
        Map<String, Integer> inspected = new HashMap<>();
        for (Pair pair : pairs) {
            inspecting.merge(pair.inspecting(), 1, Integer::sum);
            inspected.merge(pair.inspected(), 1, Integer::sum);
            String from = request.nameOf(pair.inspecting());
            String to = request.nameOf(pair.inspected());
            for (String unit : List.of(pair.inspecting(), pair.inspected())) {
                if (!units.contains(unit)) {
                    found.add(Refusal.ofRow(
                            FIELD, from, "Đơn vị “%s” không thuộc khối này.".formatted(request.nameOf(unit))));
                }
            }
            whyForbidden(pair.inspecting(), pair.inspected(), request)
                    .ifPresent(reason -> found.add(Refusal.ofRow(
                            FIELD, from, "“%s” không được kiểm tra “%s”: %s.".formatted(from, to, reason))));
            boolean firstOfTheTwo = pair.inspecting().compareTo(pair.inspected()) < 0;
            if (firstOfTheTwo && all.contains(pair.reversed())) {
                found.add(Refusal.ofRow(FIELD, from, "“%s” và “%s” không được kiểm tra lẫn nhau.".formatted(from, to)));
            }
        }
        for (String unit : request.units()) {
            String name = request.nameOf(unit);
            count(
                    inspecting.getOrDefault(unit, 0),
                    "“%s” chưa được giao kiểm tra đơn vị nào.",
                    "“%s” bị giao kiểm tra %d đơn vị; mỗi đơn vị kiểm tra đúng một đơn vị.",
                    name,
                    found);
            count(
                    inspected.getOrDefault(unit, 0),
                    "“%s” chưa có đơn vị nào kiểm tra.",
                    "“%s” có %d đơn vị cùng kiểm tra; mỗi đơn vị được kiểm tra đúng một lần.",
                    name,
                    found);
        }
        return List.copyOf(found);
    }

    private static void count(int times, String never, String often, String name, List<Refusal> found) {
        if (times != 1) {
            found.add(Refusal.ofRow(FIELD, name, times == 0 ? never.formatted(name) : often.formatted(name, times)));
        }
    }
}
