package nepsong.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of data. A value that cannot be had is reported to the file, and a harmless stand-in is returned. */
public final class CsvRow {

    private final CsvFile file;
    private final long line;
    private final Map<String, Integer> columns;
    private final CSVRecord values;

    CsvRow(CsvFile file, long line, Map<String, Integer> columns, CSVRecord values) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.values = values;
    }

    public long line() {
        return line;
    }

    public void refuse(String column, String reason) {
        file.refuse(line, column, reason);
    }

    /** Not empty, or refused. */
    public String required(String column, int maxLength) {
        String value = optional(column, maxLength);
        if (value.isEmpty()) {
            refuse(column, "Ô bắt buộc đang để trống.");
        }
        return value;
    }

    /** Empty where the cell or the whole column is. */
    public String optional(String column, int maxLength) {
        Integer index = columns.get(column);
        if (index == null) {
            return "";
        }
        String value = TypedText.of(values.get(index));
        if (value.length() > maxLength) {
            refuse(column, "Nội dung dài %d ký tự, tối đa %d.".formatted(value.length(), maxLength));
        }
        if (value.chars().anyMatch(character -> character < ' ' && character != '\n' && character != '\t')) {
            refuse(column, "Ô chứa ký tự điều khiển không hiển thị được.");
        }
        return value;
    }

    /** Written with a dot or, as Vietnamese spreadsheets do, a comma before the decimals. */
    public BigDecimal number(String column) {
        if (required(column, 20).isEmpty()) {
            return BigDecimal.ONE;
        }
        BigDecimal number = optionalNumber(column);
        return number == null ? BigDecimal.ONE : number;
    }

    /** As {@link #number}; null where the cell or the whole column is empty. */
    public @Nullable BigDecimal optionalNumber(String column) {
        String value = optional(column, 20);
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("-?\\d{1,9}([.,]\\d{1,9})?")) {
            return new BigDecimal(value.replace(',', '.'));
        }
        refuse(column, "“%s” không phải là số.".formatted(value));
        return null;
    }

    public LocalDate date(String column) {
        if (required(column, 20).isEmpty()) {
            return LocalDate.EPOCH;
        }
        LocalDate date = optionalDate(column);
        return date == null ? LocalDate.EPOCH : date;
    }

    public @Nullable LocalDate optionalDate(String column) {
        String value = optional(column, 20);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException unreadable) {
            refuse(column, "“%s” không phải là ngày dạng năm-tháng-ngày, ví dụ 2025-07-01.".formatted(value));
            return null;
        }
    }
}
