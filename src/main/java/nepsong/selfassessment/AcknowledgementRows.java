package nepsong.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes what units say when they take up a cycle: columns of their self-assessment, and its lists. */
class AcknowledgementRows {

    private static final String SELECT =
            """
            select s.*,
                   (select string_agg(i.person, ' ' order by i.person) from self_assessment_inspectors i
                     where i.cycle = s.cycle and i.unit = s.unit) as inspectors,
                   (select string_agg(f.other_unit, ' ' order by f.other_unit) from self_assessment_former_units f
                     where f.cycle = s.cycle and f.unit = s.unit) as former_units
            from self_assessments s
            where s.acknowledged_at is not null and s.cycle = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AcknowledgementRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Acknowledgement> find(String cycle, String unit) {
        return jdbc.sql(SELECT + "and s.unit = ?")
                .params(cycle, unit)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Ordered by unit. */
    Map<String, Acknowledgement> of(String cycle) {
        Map<String, Acknowledgement> said = new LinkedHashMap<>();
        jdbc.sql(SELECT + "order by s.unit").param(cycle).query((RowCallbackHandler)
                row -> said.put(row.getString("unit"), read(row)));
        return said;
    }

    /** @param by id of a person; null when the system acted */
    void write(
            String cycle, String unit, Acknowledgement said, OffsetDateTime at, @Nullable String by, LocalDate dueOn) {
        jdbc.sql(
                        """
                        update self_assessments
                        set acknowledged_at = ?, acknowledged_by = ?, contact_name = ?, contact_position = ?,
                            contact_phone = ?, contact_email = ?, head_in_charge = ?, staff_count = ?,
                            due_on = ?
                        where cycle = ? and unit = ?
                        """)
                .param(at)
                .param(by)
                .param(said.contactName())
                .param(said.contactPosition())
                .param(said.contactPhone())
                .param(said.contactEmail())
                .param(said.headInCharge())
                .param(said.staffCount())
                .param(dueOn)
                .param(cycle)
                .param(unit)
                .update();
        batches.batchUpdate(
                "insert into self_assessment_inspectors (cycle, unit, person) values (?, ?, ?)",
                said.inspectors().stream()
                        .map(person -> new Object[] {cycle, unit, person})
                        .toList());
        batches.batchUpdate(
                "insert into self_assessment_former_units (cycle, unit, other_unit) values (?, ?, ?)",
                said.formerUnits().stream()
                        .map(other -> new Object[] {cycle, unit, other})
                        .toList());
    }

    private static Acknowledgement read(ResultSet row) throws SQLException {
        return new Acknowledgement(
                row.getString("contact_name"),
                row.getString("contact_position"),
                row.getString("contact_phone"),
                row.getString("contact_email"),
                row.getString("head_in_charge"),
                words(row.getString("inspectors")),
                row.getInt("staff_count"),
                words(row.getString("former_units")));
    }

    private static List<String> words(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(" "));
    }
}
