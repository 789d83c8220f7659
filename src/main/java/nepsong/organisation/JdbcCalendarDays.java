package nepsong.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarDays implements CalendarDays {

    private final JdbcClient jdbc;
    private final Snapshot<Map<LocalDate, CalendarDay>> days;

    JdbcCalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.days = new Snapshot<>(this::read);
    }

    @Override
    public Map<LocalDate, CalendarDay> all() {
        return days.get();
    }

    @Override
    public Optional<CalendarDay> find(LocalDate day) {
        return jdbc.sql("select on_day, kind, note, active from calendar_days where on_day = ?")
                .param(day)
                .query((row, n) -> day(row))
                .optional();
    }

    @Override
    public void save(CalendarDay day) {
        int updated = jdbc.sql(
                        "update calendar_days set kind = :kind, note = :note, active = :active where on_day = :day")
                .param("kind", day.kind().name())
                .param("note", day.note())
                .param("active", day.active())
                .param("day", day.day())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into calendar_days (on_day, kind, note, active) values (:day, :kind, :note, :active)")
                    .param("kind", day.kind().name())
                    .param("note", day.note())
                    .param("active", day.active())
                    .param("day", day.day())
                    .update();
        }
        days.forget();
    }

    @Override
    public boolean remove(LocalDate day) {
        int removed = jdbc.sql("delete from calendar_days where on_day = :day")
                .param("day", day)
                .update();
        days.forget();
        return removed > 0;
    }

    private Map<LocalDate, CalendarDay> read() {
        Map<LocalDate, CalendarDay> read = new TreeMap<>();
        jdbc.sql("select on_day, kind, note, active from calendar_days").query(row -> {
            CalendarDay day = day(row);
            read.put(day.day(), day);
        });
        return Collections.unmodifiableMap(read);
    }

    private static CalendarDay day(ResultSet row) throws SQLException {
        return new CalendarDay(
                row.getObject("on_day", LocalDate.class),
                CalendarDay.Kind.valueOf(row.getString("kind")),
                row.getString("note"),
                row.getBoolean("active"));
    }
}
