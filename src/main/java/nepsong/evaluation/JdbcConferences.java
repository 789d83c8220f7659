package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conference.Minutes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConferences implements Conferences {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcConferences(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Optional<Conference> find(Report report) {
        List<Guest> guests = jdbc.sql(
                        "select * from conference_guests where cycle = ? and version = ? order by position")
                .params(report.cycle(), report.version())
                .query((row, n) -> new Guest(row.getString("name"), row.getString("agency"), row.getBoolean("present")))
                .list();
        return jdbc.sql("select * from conferences where cycle = ? and version = ?")
                .params(report.cycle(), report.version())
                .query((row, n) -> conference(row, guests))
                .optional();
    }

    @Override
    public void call(Report report, Conference conference, String user) {
        jdbc.sql(
                        """
                        insert into conferences (cycle, version, starts_at, place, chair, called_by, called_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report.cycle(),
                        report.version(),
                        conference.startsAt().atOffset(ZoneOffset.UTC),
                        conference.place(),
                        conference.chair(),
                        user,
                        now())
                .update();
        addGuests(report, conference.guests());
    }

    @Override
    public void record(Report report, Minutes minutes, String user) {
        jdbc.sql(
                        """
                        update conferences set minutes = ?, conclusion = ?, recorded_by = ?, recorded_at = ?
                        where cycle = ? and version = ?
                        """)
                .params(minutes.text(), minutes.conclusion(), user, now(), report.cycle(), report.version())
                .update();
        jdbc.sql("delete from conference_guests where cycle = ? and version = ?")
                .params(report.cycle(), report.version())
                .update();
        addGuests(report, minutes.guests());
        batches.batchUpdate(
                "insert into conference_speeches (cycle, version, position, speaker, summary) values (?, ?, ?, ?, ?)",
                rows(report, minutes.speeches(), speech -> List.of(speech.speaker(), speech.summary())));
        batches.batchUpdate(
                "insert into conference_tasks (cycle, version, position, task, unit, due_on) values (?, ?, ?, ?, ?, ?)",
                rows(report, minutes.followUps(), task -> List.of(task.task(), task.unit(), task.dueOn())));
    }

    private void addGuests(Report report, List<Guest> guests) {
        batches.batchUpdate(
                """
                insert into conference_guests (cycle, version, position, name, agency, present)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows(report, guests, guest -> List.of(guest.name(), guest.agency(), guest.present())));
    }

    private static <T> List<Object[]> rows(Report report, List<T> items, Function<T, List<Object>> columns) {
        List<Object[]> rows = new ArrayList<>();
        for (T item : items) {
            List<Object> row = new ArrayList<>(List.of(report.cycle(), report.version(), rows.size()));
            row.addAll(columns.apply(item));
            rows.add(row.toArray());
        }
        return rows;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Conference conference(ResultSet row, List<Guest> guests) throws SQLException {
        return new Conference(
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                row.getString("chair"),
                guests);
    }
}
