package nepsong.directive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.organisation.Unit;

/**
 * Puts like with like: units of a kind form a bloc, or several of equal size where they are many. A kind with too few
 * units for a bloc of its own joins its neighbour.
 */
final class BlocPartition {

    private static final int LARGEST = 30;
    private static final int SMALLEST = PlanPolicy.FEWEST_UNITS;
    private static final List<String> ORDER =
            List.of("Sở, ngành", "Quận", "Thị xã, huyện", "Phường", "Xã", "Đơn vị khác");

    private BlocPartition() {}

    static List<Bloc> of(List<Unit> units) {
        Map<String, List<Unit>> kinds = new LinkedHashMap<>();
        ORDER.forEach(kind -> kinds.put(kind, new ArrayList<>()));
        units.forEach(
                unit -> kinds.getOrDefault(kindOf(unit), new ArrayList<>()).add(unit));
        kinds.values().removeIf(List::isEmpty);
        List<Bloc> blocs = new ArrayList<>();
        joinSmallKinds(kinds).forEach((kind, members) -> {
            int parts = (members.size() + LARGEST - 1) / LARGEST;
            for (int part = 0; part < parts; part++) {
                int number = blocs.size() + 1;
                blocs.add(new Bloc(
                        "khoi-" + number,
                        "Khối " + number + " – " + kind + (parts == 1 ? "" : " (" + (part + 1) + ")"),
                        members.subList(members.size() * part / parts, members.size() * (part + 1) / parts).stream()
                                .map(Unit::code)
                                .toList()));
            }
        });
        return blocs;
    }

    /** The last kind that is too small joins the one before it, the others the one after. */
    private static Map<String, List<Unit>> joinSmallKinds(Map<String, List<Unit>> kinds) {
        Map<String, List<Unit>> joined = new LinkedHashMap<>();
        String name = "";
        List<Unit> waiting = new ArrayList<>();
        String lastJoined = "";
        for (Map.Entry<String, List<Unit>> kind : kinds.entrySet()) {
            name = name.isEmpty() ? kind.getKey() : name + ", " + kind.getKey().toLowerCase(Locale.ROOT);
            waiting.addAll(kind.getValue());
            if (waiting.size() >= SMALLEST) {
                joined.put(name, waiting);
                lastJoined = name;
                waiting = new ArrayList<>();
                name = "";
            }
        }
        if (!waiting.isEmpty()) {
            joined.computeIfAbsent(lastJoined.isEmpty() ? name : lastJoined, kind -> new ArrayList<>())
                    .addAll(waiting);
        }
        return joined;
    }

    static String kindOf(Unit unit) {
        return switch (unit.kind()) {
            case "department", "department-with-public-places" -> "Sở, ngành";
            case "district" -> "Quận";
            case "town", "rural-district" -> "Thị xã, huyện";
            case "ward" -> "Phường";
            case "commune" -> "Xã";
            default -> "Đơn vị khác";
        };
    }
}
