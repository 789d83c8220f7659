package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.List;
import nepsong.organisation.CsvRow;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a criteria file that say what is counted: {@code measure} ({@code ratio}, {@code faults} or nothing), and
 * with it {@code zero_below} in per cent or {@code deduction} in points.
 */
final class MeasureColumns {

    static final List<String> NAMES = List.of("measure", "deduction", "zero_below");

    private static final BigDecimal STEP = new BigDecimal("0.25");

    private MeasureColumns() {}

    static @Nullable Measure read(CsvRow row) {
        String kind = row.optional("measure", 10);
        if (!kind.equals("faults") && !row.optional("deduction", 20).isEmpty()) {
            row.refuse("deduction", "Chỉ điền khi “measure” là “faults”.");
        }
        if (!kind.equals("ratio") && !row.optional("zero_below", 3).isEmpty()) {
            row.refuse("zero_below", "Chỉ điền khi “measure” là “ratio”.");
        }
        return switch (kind) {
            case "" -> null;
            case "ratio" -> Measure.ratio(zeroBelow(row));
            case "faults" -> Measure.faults(deduction(row));
            default -> {
                row.refuse("measure", "Chỉ điền “ratio”, “faults” hoặc để trống.");
                yield null;
            }
        };
    }

    private static int zeroBelow(CsvRow row) {
        String percent = row.optional("zero_below", 3);
        if (percent.isEmpty()) {
            return 0;
        }
        if (!percent.matches("100|[1-9]?\\d")) {
            row.refuse("zero_below", "Tỷ lệ phải là số nguyên từ 0 đến 100.");
            return 0;
        }
        return Integer.parseInt(percent);
    }

    private static BigDecimal deduction(CsvRow row) {
        BigDecimal points = row.number("deduction");
        if (points.signum() <= 0 || points.remainder(STEP).signum() != 0) {
            row.refuse("deduction", "Điểm trừ mỗi lỗi phải là bội số dương của 0,25.");
        }
        return points;
    }
}
