package nepsong.crossinspection;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVisitChanges implements VisitChanges {

    private final JdbcClient jdbc;

    JdbcVisitChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(VisitChange change) {
        jdbc.sql(
                        """
                        insert into visit_changes (cycle, unit, number, old_at, old_place, new_at, new_place, reason,
                                                   changed_at, changed_by, changed_for)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.cycle(),
                        change.unit(),
                        change.number(),
                        change.oldAt(),
                        change.oldPlace(),
                        change.newAt(),
                        change.newPlace(),
                        change.reason(),
                        change.changedAt().atOffset(ZoneOffset.UTC),
                        change.changedBy(),
                        change.changedFor())
                .update();
    }

    @Override
    public List<VisitChange> of(String cycle, String unit) {
        return jdbc.sql("select * from visit_changes where cycle = ? and unit = ? order by number")
                .params(cycle, unit)
                .query((row, n) -> new VisitChange(
                        row.getString("cycle"),
                        row.getString("unit"),
                        row.getInt("number"),
                        row.getObject("old_at", LocalDateTime.class),
                        row.getString("old_place"),
                        row.getObject("new_at", LocalDateTime.class),
                        row.getString("new_place"),
                        row.getString("reason"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        row.getString("changed_for")))
                .list();
    }
}
