package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who inspects whom inside a bloc: every unit inspects exactly one and is inspected by exactly one; never itself, never
 * mutually, not a pair of the last two cycles, no declared conflict; and among all such pairings one of the cheapest.
 */
public final class PairingPolicy {

    /** The same request always gets the same answer. */
    public PairingResult pair(PairingRequest request) {
        if (request.units().size() < PairingRequest.FEWEST_UNITS) {
            return PairingResult.refused(List.of(
                    ("Khối %s chỉ có %d đơn vị (%s): không thể kiểm tra chéo mà không tự kiểm tra hoặc kiểm tra lẫn nhau. "
                                    + "Mỗi khối cần ít nhất %d đơn vị; đề nghị ghép khối.")
                            .formatted(
                                    request.bloc(),
                                    request.units().size(),
                                    request.namesOf(request.units()),
                                    PairingRequest.FEWEST_UNITS)));
        }
        PairingProblem problem = PairingProblem.of(request);
        PairingSearch search = new PairingSearch(problem, PairingSearch.EFFORT);
        int[] columns = search.cheapest();
        if (columns != null) {
            return result(request, problem, columns, search.proven());
        }
        return PairingResult.refused(
                search.proven()
                        ? new PairingBlockers(request).explain()
                        : List.of(
                                "Chưa tìm được cách xếp cặp trong giới hạn tính toán; đề nghị gỡ bớt xung đột đã khai báo "
                                        + "hoặc chia lại khối rồi xếp lại."));
    }

    private static PairingResult result(PairingRequest request, PairingProblem problem, int[] columns, boolean proven) {
        Map<String, String> inspectedBy = new HashMap<>();
        for (int row = 0; row < columns.length; row++) {
            inspectedBy.put(problem.units.get(row), problem.units.get(columns[row]));
        }
        List<Pair> pairs = request.units().stream()
                .map(unit -> new Pair(unit, inspectedBy.getOrDefault(unit, unit)))
                .toList();
        List<String> warnings = new ArrayList<>();
        if (!proven) {
            warnings.add("Cách xếp này đúng mọi quy tắc bắt buộc nhưng chưa được chứng minh là có chi phí thấp nhất.");
        }
        warnings.addAll(PairingWarnings.of(pairs, request));
        int cost = Math.toIntExact(problem.priceOf(columns) / problem.point);
        return new PairingResult(pairs, cost, proven, warnings, List.of());
    }
}
