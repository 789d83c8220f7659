package nepsong.privacy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.audit.AuditAction;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What is taken out of a row, as a person reads it: by label; what is empty is left out. */
final class ShownValues {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ShownValues() {}

    /** @param shown column to label */
    static Map<String, Object> of(Map<String, String> shown, ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : shown.entrySet()) {
            Object value = value(one.getKey(), row);
            if (value != null && !value.equals("")) {
                values.put(one.getValue(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(String column, ResultSet row) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Timestamp moment) {
            return MOMENT.format(moment.toInstant());
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof Date day) {
            return DAY.format(day.toLocalDate());
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return column.equals("action") ? AuditAction.titleOf(row.getString(column)) : row.getString(column);
    }
}
