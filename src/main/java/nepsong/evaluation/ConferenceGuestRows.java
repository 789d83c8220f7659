package nepsong.evaluation;

import java.util.List;
import java.util.function.Function;
import nepsong.evaluation.Conference.Guest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads and writes a conference's guests, in their order. */
class ConferenceGuestRows {

    private final JdbcTemplate jdbc;

    ConferenceGuestRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Guest> of(Report report) {
        return jdbc.query(
                "select * from conference_guests where cycle = ? and version = ? order by position",
                (row, n) -> new Guest(
                        row.getString("name"),
                        row.getString("agency"),
                        row.getString("person"),
                        row.getBoolean("present")),
                report.cycle(),
                report.version());
    }

    /** By one statement: a hall has more guests than a batch is good for. */
    void add(Report report, List<Guest> guests) {
        jdbc.update(
                """
                insert into conference_guests (cycle, version, position, name, agency, person, present)
                select ?, ?, guests.place - 1, guests.name, guests.agency, guests.person, guests.present
                from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                            cast(? as boolean array)) with ordinality as guests (name, agency, person, present, place)
                """,
                report.cycle(),
                report.version(),
                column("varchar", guests, Guest::name),
                column("varchar", guests, Guest::agency),
                column("varchar", guests, Guest::person),
                column("boolean", guests, Guest::present));
    }

    private static SqlArrayValue column(String type, List<Guest> guests, Function<Guest, @Nullable Object> column) {
        return new SqlArrayValue(type, guests.stream().map(column).toArray());
    }
}
