package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVisitChanges implements VisitChanges {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcVisitChanges(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Moved(int number, boolean joined, VisitorRows.Row who) {}

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
        List<Object[]> people = new ArrayList<>();
        addTo(people, change, change.joined(), true);
        addTo(people, change, change.left(), false);
        batches.batchUpdate(
                """
                insert into visit_change_people (cycle, unit, number, person, observer, joined)
                values (?, ?, ?, ?, ?, ?)
                """,
                people);
    }

    private static void addTo(List<Object[]> rows, VisitChange change, Visitors visitors, boolean joined) {
        for (VisitorRows.Row who : VisitorRows.of(visitors)) {
            rows.add(new Object[] {change.cycle(), change.unit(), change.number(), who.person(), who.observer(), joined
            });
        }
    }

    @Override
    public List<VisitChange> of(String cycle, String unit) {
        List<Moved> moved = jdbc.sql("select * from visit_change_people where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query((row, n) -> new Moved(row.getInt("number"), row.getBoolean("joined"), VisitorRows.read(row)))
                .list();
        return jdbc.sql("select * from visit_changes where cycle = ? and unit = ? order by number")
                .params(cycle, unit)
                .query((row, n) -> read(row, moved))
                .list();
    }

    private static VisitChange read(ResultSet row, List<Moved> moved) throws SQLException {
        int number = row.getInt("number");
        return new VisitChange(
                row.getString("cycle"),
                row.getString("unit"),
                number,
                row.getObject("old_at", LocalDateTime.class),
                row.getString("old_place"),
                row.getObject("new_at", LocalDateTime.class),
                row.getString("new_place"),
                visitors(moved, number, true),
                visitors(moved, number, false),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getString("changed_for"));
    }

    private static Visitors visitors(List<Moved> moved, int number, boolean joined) {
        return VisitorRows.visitors(moved.stream()
                .filter(one -> one.number() == number && one.joined() == joined)
                .map(Moved::who)
                .toList());
    }
}
