package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nepsong.evaluation.Conference.FollowUp;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conference.Minutes;
import nepsong.evaluation.Conference.Speech;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConferences implements Conferences {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ConferenceGuestRows guests;
    private final Clock clock;

    JdbcConferences(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.guests = new ConferenceGuestRows(batches);
        this.clock = clock;
    }

    @Override
    public Optional<Conference> find(Report report) {
        return jdbc.sql("select * from conferences where cycle = ? and version = ?")
                .params(report.cycle(), report.version())
                .query((row, n) -> conference(row, guests.of(report)))
                .optional();
    }

    @Override
    public Optional<Minutes> minutes(Report report) {
        return jdbc.sql(
                        """
                        select minutes, conclusion from conferences
                        where cycle = ? and version = ? and recorded_at is not null
                        """)
                .params(report.cycle(), report.version())
                .query((row, n) -> new Minutes(
                        guests.of(report),
                        speeches(report),
                        row.getString("minutes"),
                        row.getString("conclusion"),
                        followUps("?", report.cycle(), report.version())))
                .optional();
    }

    private List<Speech> speeches(Report report) {
        return list(
                "select * from conference_speeches where cycle = ? and version = ? order by position",
                report,
                row -> new Speech(
                        row.getString("speaker"),
                        row.getString("summary"),
                        row.getString("proposal"),
                        row.getString("section"),
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getString("answer")));
    }

    @Override
    public List<FollowUp> followUps(String cycle) {
        return followUps("(select max(version) from reports where cycle = ?)", cycle, cycle);
    }

    private List<FollowUp> followUps(String version, Object... parameters) {
        return jdbc.sql("select * from conference_tasks where cycle = ? and version = " + version
                        + " order by position")
                .params(parameters)
                .query((row, n) -> new FollowUp(
                        row.getString("task"),
                        row.getString("unit"),
                        row.getString("unit_code"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private <T> List<T> list(String statement, Report report, Reader<T> reader) {
        return jdbc.sql(statement)
                .params(report.cycle(), report.version())
                .query((row, n) -> reader.read(row))
                .list();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public void call(Report report, Conference conference, String user) {
        jdbc.sql(
                        """
                        insert into conferences (cycle, version, starts_at, place, chair, programme, called_by, called_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report.cycle(),
                        report.version(),
                        conference.startsAt().atOffset(ZoneOffset.UTC),
                        conference.place(),
                        conference.chair(),
                        conference.programme(),
                        user,
                        now())
                .update();
        guests.add(report, conference.guests());
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
        guests.add(report, minutes.guests());
        batches.batchUpdate(
                """
                insert into conference_speeches (cycle, version, position, speaker, summary, proposal, section, kind, reason, answer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows(report, minutes.speeches(), JdbcConferences::columns));
        batches.batchUpdate(
                "insert into conference_tasks (cycle, version, position, task, unit, unit_code, due_on) values (?, ?, ?, ?, ?, ?, ?)",
                rows(
                        report,
                        minutes.followUps(),
                        task -> Arrays.asList(task.task(), task.unit(), task.code(), task.dueOn())));
    }

    private static List<String> columns(Speech one) {
        return List.of(
                one.speaker(), one.summary(), one.proposal(), one.section(), one.kind(), one.reason(), one.answer());
    }

    private static <T> List<Object[]> rows(
            Report report, List<T> items, Function<T, List<? extends @Nullable Object>> columns) {
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
                row.getString("programme"),
                guests);
    }
}
