package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Visitors as the database has them: a row for each. */
final class VisitorRows {

    private VisitorRows() {}

    static void add(JdbcTemplate jdbc, String cycle, String unit, Visitors visitors) {
        Stream<Object[]> inspecting =
                visitors.participants().stream().map(person -> new Object[] {cycle, unit, person, false});
        Stream<Object[]> watching =
                Stream.ofNullable(visitors.observer()).map(person -> new Object[] {cycle, unit, person, true});
        jdbc.batchUpdate(
                "insert into inspection_participants (cycle, unit, person, observer) values (?, ?, ?, ?)",
                Stream.concat(inspecting, watching).toList());
    }

    /** All rows of a result, of the columns {@code person} and {@code observer}. */
    static Visitors read(ResultSet rows) throws SQLException {
        List<String> participants = new ArrayList<>();
        @Nullable String observer = null;
        while (rows.next()) {
            if (rows.getBoolean("observer")) {
                observer = rows.getString("person");
            } else {
                participants.add(rows.getString("person"));
            }
        }
        return new Visitors(participants, observer);
    }
}
