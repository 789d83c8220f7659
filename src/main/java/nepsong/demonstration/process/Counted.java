package nepsong.demonstration.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nepsong.demonstration.Marks;

/** What the played cycle counts: numbers that come to the scores that are given, and the rooms that were looked at. */
final class Counted {

    /** The number of things behind one quarter of a point. */
    private static final int THINGS = 5;

    private static final BigDecimal STEPS_IN_A_POINT = BigDecimal.valueOf(4);

    private Counted() {}

    static void byUnit(Map<String, Object> row, BigDecimal score) {
        if (isCounted(row, score)) {
            row.put("counted", things(score));
            row.put("total", things(max(row)));
        }
    }

    static void byInspectors(Map<String, Object> row, BigDecimal score) {
        if (isCounted(row, score)) {
            row.put("samples", things(max(row)));
            row.put("faults", things(max(row).subtract(score)));
        }
    }

    static Map<String, Object> whereabouts() {
        return Map.of(
                "accuracyReason",
                "Kiểm tra trong nhà, không bắt được tín hiệu GPS.",
                "rooms",
                List.of(
                        Map.of("name", "Bộ phận tiếp nhận và trả kết quả", "remark", "Niêm yết đầy đủ, cán bộ đeo thẻ"),
                        Map.of("name", "Sảnh tầng 1"),
                        Map.of("name", "Phòng làm việc tầng 2", "remark", "Đã xem sáu bàn làm việc")));
    }

    /** A low ratio may earn nothing at all, so only high ones are counted. */
    private static boolean isCounted(Map<String, Object> row, BigDecimal score) {
        return "RATIO".equals(row.get("measure")) && things(score) * THINGS >= things(max(row)) * (THINGS - 1);
    }

    private static BigDecimal max(Map<String, Object> row) {
        return new BigDecimal(String.valueOf(row.get("max")));
    }

    private static int things(BigDecimal points) {
        return points.multiply(STEPS_IN_A_POINT)
                .multiply(BigDecimal.valueOf(THINGS))
                .intValueExact();
    }

    /** The second sheet: the team sees what the inspectors saw, and counts nothing. */
    static void again(Map<String, Object> form, Function<Map<String, Object>, Marks> marks) {
        for (Map<String, Object> row : PlayedDesk.rows(form, "criteria")) {
            row.put("notApplicable", false);
            row.put("score", marks.apply(row).cross().doubleValue());
        }
    }
}
