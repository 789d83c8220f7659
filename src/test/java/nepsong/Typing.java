package nepsong;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What people type into a form, beside what it asks of everybody. */
public final class Typing {

    public static final String TOURISM = "so-du-lich";
    public static final String EDUCATION = "so-giao-duc-va-dao-tao";
    public static final String HEALTH = "so-y-te";
    public static final String TRANSPORT = "so-giao-thong-van-tai";
    public static final String BA_DINH = "q-ba-dinh";
    public static final String HOAN_KIEM = "q-hoan-kiem";
    public static final String TAY_HO = "q-tay-ho";
    public static final List<String> ALL = List.of(TOURISM, EDUCATION, HEALTH, BA_DINH, HOAN_KIEM, TAY_HO);
    public static final List<String> DEPARTMENTS = List.of(TOURISM, EDUCATION, HEALTH, TRANSPORT);
    public static final List<String> ALL_BUT_TAY_HO = ALL.subList(0, 5);

    /** Working days from the acknowledgement to the approved self-assessment: 20 to score, 5 to approve. */
    public static final int TO_SUBMIT = 25;

    public static final Map<String, Object> A_MISSING_PAGE =
            Map.of("criterion", "CS-A1", "what", "Thiếu trang có chữ ký và dấu");
    public static final Map<String, Object> A_FADED_BOARD = Map.of(
            "type", "BOARD_FADED",
            "severity", "MINOR",
            "place", "Sảnh tầng 1",
            "description", "Bảng niêm yết đã bạc màu, khó đọc");
    public static final Map<String, Object> A_COLLEAGUE_OF_BA_DINH = colleague("Nguyễn Văn A", BA_DINH);
    public static final Map<String, Object> A_COLLEAGUE_OF_TOURISM = colleague("Trần Thị B", TOURISM);
    public static final List<String> REVIEWERS = List.of("appraiser2", "member1");
    public static final Consumer<Map<String, Object>> UNANIMOUS =
            value("members", 9).andThen(value("present", 9)).andThen(value("inFavour", 9));

    private static final String REASON = "Lý do được nêu đầy đủ, kèm tài liệu và số liệu mà các bên đã cùng xem xét.";

    private Typing() {}

    private static Map<String, Object> colleague(String name, String unit) {
        return Map.of(
                "subjectType", "PERSON",
                "name", name,
                "address", "Chuyên viên",
                "unit", unit,
                "awardForm", "COMMENDATION_LETTER",
                "achievement", "Tận tụy hướng dẫn người dân ở bộ phận một cửa trong suốt năm. ".repeat(4),
                "periodFrom", "2023-01-01",
                "periodTo", "2023-12-31");
    }

    /** A unit declares that it should not be paired with this one. */
    public static Consumer<Map<String, Object>> conflict(String otherUnit) {
        return value("conflicts", List.of(Map.of("unit", otherUnit, "reason", "Hai bên đang chung một dự án")));
    }

    public static Consumer<Map<String, Object>> value(String field, Object value) {
        return form -> form.put(field, value);
    }

    /** Another choice than the way forward, with the reason that it needs. */
    public static Consumer<Map<String, Object>> decision(String decision) {
        return value("decision", decision).andThen(value("reason", REASON));
    }

    public static Consumer<Map<String, Object>> appealAgainst(String... criteria) {
        return decision("appeal").andThen(value("criteria", List.of(criteria)));
    }

    /** The highest score under every criterion. */
    public static Consumer<Map<String, Object>> fullMarks() {
        return form -> Campaign.rows(form, "criteria").forEach(row -> row.put("score", row.get("max")));
    }

    public static Consumer<Map<String, Object>> score(String criterion, int score) {
        return inRow("criteria", criterion, "score", score);
    }

    public static Consumer<Map<String, Object>> inRow(String list, String code, String field, Object value) {
        return form -> Campaign.rows(form, list).stream()
                .filter(row -> code.equals(row.get("code")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + code + " in " + form.get(list)))
                .put(field, value);
    }

    public static Consumer<Map<String, Object>> inEveryRow(String list, String field, Object value) {
        return form -> Campaign.rows(form, list).forEach(row -> row.put(field, value));
    }

    /** Ticks one row and none of the others. */
    public static Consumer<Map<String, Object>> onlyRow(String list, String code, String box) {
        return inEveryRow(list, box, false).andThen(inRow(list, code, box, true));
    }

    /** A list that opens empty gets one row. */
    public static Consumer<Map<String, Object>> oneRow(String list, Map<String, Object> row) {
        return value(list, List.of(new LinkedHashMap<>(row)));
    }
}
