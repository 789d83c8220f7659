package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Visitors as the database has them: a row for each. */
final class VisitorRows {

    private VisitorRows() {}

    record Row(String person, boolean observer) {}

    static List<Row> of(Visitors visitors) {
        return Stream.concat(
                        visitors.participants().stream().map(person -> new Row(person, false)),
                        Stream.ofNullable(visitors.observer()).map(person -> new Row(person, true)))
                .toList();
    }

    static Visitors visitors(List<Row> rows) {
        return new Visitors(
                rows.stream().filter(row -> !row.observer()).map(Row::person).toList(),
                rows.stream().filter(Row::observer).map(Row::person).findFirst().orElse(null));
    }

    /** Of the columns {@code person} and {@code observer}. */
    static Row read(ResultSet row) throws SQLException {
        return new Row(row.getString("person"), row.getBoolean("observer"));
    }

    static void add(JdbcTemplate jdbc, String cycle, String unit, Visitors visitors) {
        jdbc.batchUpdate(
                "insert into inspection_participants (cycle, unit, person, observer) values (?, ?, ?, ?)",
                of(visitors).stream()
                        .map(row -> new Object[] {cycle, unit, row.person(), row.observer()})
                        .toList());
    }

    /** In the place of those who were to come before. */
    static void replace(JdbcTemplate jdbc, String cycle, String unit, Visitors visitors) {
        jdbc.update("delete from inspection_participants where cycle = ? and unit = ?", cycle, unit);
        add(jdbc, cycle, unit, visitors);
    }
}
