package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why nothing is permitted, in words: units whose own restrictions alone already make a pairing impossible, and of which
 * none can be spared. The most restricted are looked at first.
 */
final class PairingBlockers {

    private static final long EFFORT_EACH = 30_000_000L;
    private static final long EFFORT = 600_000_000L;
    private static final int TOLD_ONE_BY_ONE = 12;

    private final PairingRequest request;
    private final List<String> units;
    private final boolean[][] permitted;
    private long spent;

    PairingBlockers(PairingRequest request) {
        PairingProblem problem = PairingProblem.of(request);
        this.request = request;
        this.units = problem.units;
        this.permitted = problem.permitted;
    }

    /** First all the units at once, then what is left to each of them. */
    List<String> explain() {
        List<String> blocking = blocking().stream().map(units::get).sorted().toList();
        List<String> reasons = new ArrayList<>();
        reasons.add(
                ("Không thể xếp cặp kiểm tra chéo: giới hạn của %s không thể cùng được giữ khi mỗi đơn vị phải kiểm tra "
                                + "đúng một đơn vị, được kiểm tra đúng một lần, không tự kiểm tra và không kiểm tra lẫn nhau. "
                                + "Đề nghị gỡ một giới hạn dưới đây hoặc chia lại khối.")
                        .formatted(request.namesOf(blocking)));
        blocking.stream().limit(TOLD_ONE_BY_ONE).map(this::restrictionsOf).forEach(reasons::add);
        return reasons;
    }

    private List<Integer> blocking() {
        List<Integer> ranked = IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingInt(this::freedom))
                .toList();
        int size = 1;
        while (size < ranked.size() && !impossibleByOnly(ranked.subList(0, size))) {
            size *= 2;
        }
        return spared(ranked.subList(0, Math.min(size, ranked.size())));
    }

    /** Spares ever smaller groups, the least restricted first, for as long as it stays impossible without them. */
    private List<Integer> spared(List<Integer> ranked) {
        List<Integer> kept = new ArrayList<>(ranked);
        for (int group = (kept.size() + 1) / 2; group > 0; group = group == 1 ? 0 : (group + 1) / 2) {
            int to = kept.size();
            while (to > 0) {
                int from = Math.max(0, to - group);
                List<Integer> rest = new ArrayList<>(kept);
                rest.subList(from, to).clear();
                if (!rest.isEmpty() && impossibleByOnly(rest)) {
                    kept = rest;
                }
                to = from;
            }
        }
        return kept;
    }

    private int freedom(int unit) {
        int inspects = 0;
        int inspected = 0;
        for (int other = 0; other < units.size(); other++) {
            inspects += permitted[unit][other] ? 1 : 0;
            inspected += permitted[other][unit] ? 1 : 0;
        }
        return Math.min(inspects, inspected);
    }

    /** Proven impossible although only these units keep their restrictions. */
    private boolean impossibleByOnly(List<Integer> restricted) {
        int n = units.size();
        boolean[] restricts = new boolean[n];
        restricted.forEach(unit -> restricts[unit] = true);
        boolean[][] relaxed = new boolean[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                boolean free = !restricts[row] && !restricts[column];
                relaxed[row][column] = row != column && (free || permitted[row][column]);
            }
        }
        long effort = Math.min(EFFORT_EACH, EFFORT - spent);
        PairingSearch search = new PairingSearch(PairingProblem.unpriced(relaxed), effort);
        boolean impossible = search.cheapest() == null && search.proven();
        spent += search.work();
        return impossible;
    }

    private String restrictionsOf(String unit) {
        String inspects = left(unit, true);
        String inspected = left(unit, false);
        String name = request.nameOf(unit);
        if (inspects.isEmpty() || inspected.isEmpty()) {
            return "“%s” %s.".formatted(name, inspects + inspected);
        }
        return "“%s” %s; %s.".formatted(name, inspects, inspected);
    }

    /** Empty where nothing restricts it in this role. */
    private String left(String unit, boolean inspecting) {
        List<String> left = new ArrayList<>();
        Map<String, List<String>> lost = new LinkedHashMap<>();
        for (String other : request.units()) {
            if (!other.equals(unit)) {
                PairingRules.whyForbidden(inspecting ? unit : other, inspecting ? other : unit, request)
                        .ifPresentOrElse(
                                why -> lost.computeIfAbsent(why, key -> new ArrayList<>())
                                        .add(other),
                                () -> left.add(other));
            }
        }
        if (lost.isEmpty()) {
            return "";
        }
        List<String> reasons = new ArrayList<>();
        lost.forEach((why, others) -> reasons.add("%s: %s".formatted(why, request.namesOf(others))));
        String rest = left.isEmpty() ? "bất kỳ đơn vị nào" : request.namesOf(left);
        String limit = inspecting
                ? left.isEmpty() ? "không thể kiểm tra %s (%s)" : "chỉ còn có thể kiểm tra %s (%s)"
                : left.isEmpty() ? "không thể được kiểm tra bởi %s (%s)" : "chỉ còn có thể được kiểm tra bởi %s (%s)";
        return limit.formatted(rest, String.join("; ", reasons));
    }
}
