package nepsong.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How a nomination that succeeds ends: what is typed when its award is signed, and when it is handed over. */
final class AwardEnd {

    private AwardEnd() {}

    static Map<String, Object> signed(LocalDate day) {
        return Map.of(
                "decision", "approve", "documentNumber", 12, "documentSymbol", "QĐ-UBND", "issuedOn", day.toString());
    }

    static Map<String, Object> publication(LocalDate day) {
        return Map.of(
                "awardedOn",
                day.toString(),
                "place",
                "Hội trường Ủy ban nhân dân Thành phố",
                "article",
                "Bài giới thiệu gương tốt",
                "channels",
                List.of("PORTAL"));
    }
}
