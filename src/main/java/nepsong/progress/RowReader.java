package nepsong.progress;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What the database answers as the values of a listing's columns. */
final class RowReader {

    private final WorkingCalendar calendar;
    private final Clock clock;

    RowReader(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    Row read(Listing listing, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(listing.columns().size());
        for (Column column : listing.columns()) {
            values.add(read(column, row));
        }
        return new Row(listing, values);
    }

    @Nullable
    Object read(Column column, ResultSet row) throws SQLException {
        return switch (column.kind()) {
            case TEXT, NOTE -> row.getString(column.key());
            case COUNT, PLACE, CHANGE -> {
                long count = row.getLong(column.key());
                yield row.wasNull() ? null : count;
            }
            case SCORE, DIFFERENCE -> row.getBigDecimal(column.key());
            case DAY -> {
                Date day = row.getDate(column.key());
                yield day == null ? null : day.toLocalDate();
            }
            case MOMENT -> {
                Timestamp at = row.getTimestamp(column.key());
                yield at == null ? null : at.toInstant();
            }
            case WALL_TIME -> {
                LocalDateTime at = row.getObject(column.key(), LocalDateTime.class);
                yield at == null ? null : at.atZone(WorkingCalendar.ZONE).toInstant();
            }
            case WORKING_DAYS -> {
                Timestamp at = row.getTimestamp(column.key());
                yield at == null ? null : (long) calendar.between(day(clock.instant()), day(at.toInstant()));
            }
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
    }
}
