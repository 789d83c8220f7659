package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;

/** What has to be said for a visit to be changed. */
final class VisitChangePolicy {

    static final int SHORTEST_REASON = 20;
    static final int SHORTEST_PLACE = 3;
    static final int LONGEST = 20_000;

    private VisitChangePolicy() {}

    static List<Refusal> check(Inspection planned, Visitors visitors, VisitMove move) {
        List<Refusal> refusals = new ArrayList<>();
        String place = move.place();
        if (isNothingNew(planned, visitors, move)) {
            refusals.add(Refusal.of(
                    "plannedAt", "Chưa có gì thay đổi: hãy chọn thời gian khác, địa điểm khác hoặc người khác"));
        }
        if (TypedText.length(place) < SHORTEST_PLACE || TypedText.length(place) > LONGEST) {
            refusals.add(Refusal.of("place", "“Địa điểm” cần từ 3 đến 20.000 ký tự"));
        }
        refusals.addAll(checkReason(move.reason()));
        return refusals;
    }

    static List<Refusal> checkReason(String reason) {
        int length = TypedText.length(reason);
        return length >= SHORTEST_REASON && length <= LONGEST
                ? List.of()
                : List.of(Refusal.of(
                        "reason",
                        "“Lý do” cần từ 20 đến 20.000 ký tự để những người liên quan hiểu (hiện có %d)"
                                .formatted(length)));
    }

    static boolean isNothingNew(Inspection planned, Visitors visitors, VisitMove move) {
        return move.at().equals(planned.plannedAt())
                && move.place().equals(planned.place())
                && move.visitors().equals(visitors);
    }
}
