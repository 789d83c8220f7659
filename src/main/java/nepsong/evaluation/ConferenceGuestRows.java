package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import nepsong.evaluation.Conference.Guest;
import org.springframework.jdbc.core.JdbcTemplate;

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

    void add(Report report, List<Guest> guests) {
        List<Object[]> rows = new ArrayList<>();
        guests.forEach(guest -> rows.add(new Object[] {
            report.cycle(), report.version(), rows.size(), guest.name(), guest.agency(), guest.person(), guest.present()
        }));
        jdbc.batchUpdate(
                """
                insert into conference_guests (cycle, version, position, name, agency, person, present)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }
}
