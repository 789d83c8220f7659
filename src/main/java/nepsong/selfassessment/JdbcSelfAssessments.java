package nepsong.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSelfAssessments implements SelfAssessments {

    private static final String SELECT =
            """
            select s.*, exists (select 1 from self_assessment_returns r
                                where r.cycle = s.cycle and r.unit = s.unit and r.kind = 'supplement') as supplement_requested
            from self_assessments s
            where s.cycle = ?
            """;

    private final JdbcClient jdbc;
    private final AcknowledgementRows acknowledgements;
    private final Clock clock;

    JdbcSelfAssessments(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.acknowledgements = new AcknowledgementRows(jdbc, batches);
        this.clock = clock;
    }

    @Override
    public Optional<SelfAssessment> find(String cycle, String unit) {
        return jdbc.sql(SELECT + "and s.unit = ?")
                .params(cycle, unit)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public SelfAssessment get(String cycle, String unit) {
        return find(cycle, unit)
                .orElseThrow(() -> new NoSuchElementException("no self-assessment of " + unit + " in " + cycle));
    }

    @Override
    public List<SelfAssessment> of(String cycle) {
        return jdbc.sql(SELECT + "order by s.unit")
                .param(cycle)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(String cycle, String unit) {
        return acknowledgements.find(cycle, unit);
    }

    @Override
    public Map<String, Acknowledgement> acknowledgements(String cycle) {
        return acknowledgements.of(cycle);
    }

    @Override
    public void open(String cycle, String unit) {
        jdbc.sql("insert into self_assessments (cycle, unit) values (?, ?)")
                .params(cycle, unit)
                .update();
    }

    @Override
    public void acknowledge(String cycle, String unit, String user, Acknowledgement said, LocalDate dueOn) {
        acknowledgements.write(cycle, unit, said, now(), SelfAssessments.person(user), dueOn);
    }

    @Override
    public void postpone(String cycle, String unit, LocalDate dueOn) {
        update("due_on = ?", cycle, unit, dueOn);
    }

    @Override
    public void scored(String cycle, String unit, String user) {
        update("scored_at = ?, scored_by = ?", cycle, unit, now(), SelfAssessments.person(user));
    }

    @Override
    public void approve(String cycle, String unit, String user, int lateDays) {
        String person = SelfAssessments.person(user);
        update("approved_at = ?, approved_by = ?, late_days = ?", cycle, unit, now(), person, lateDays);
    }

    @Override
    public void supplemented(String cycle, String unit) {
        update("supplemented_at = ?", cycle, unit, now());
    }

    @Override
    public void complete(String cycle, String unit, String user, boolean naApproved) {
        update(
                "completed_at = ?, completed_by = ?, na_approved_by = ?",
                cycle,
                unit,
                now(),
                SelfAssessments.person(user),
                naApproved ? user : null);
    }

    @Override
    public void closeWithoutSubmission(String cycle, String unit) {
        update("closed_without_submission_at = ?", cycle, unit, now());
    }

    private void update(String columns, String cycle, String unit, @Nullable Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("update self_assessments set " + columns + " where cycle = ? and unit = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(cycle).param(unit).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SelfAssessment read(ResultSet row) throws SQLException {
        return new SelfAssessment(
                row.getString("cycle"),
                row.getString("unit"),
                instant(row, "acknowledged_at"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "scored_at"),
                row.getString("scored_by"),
                instant(row, "approved_at"),
                row.getString("approved_by"),
                row.getInt("late_days"),
                instant(row, "supplemented_at"),
                instant(row, "supplement_closed_at"),
                instant(row, "completed_at"),
                instant(row, "closed_without_submission_at"),
                row.getBoolean("supplement_requested"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
