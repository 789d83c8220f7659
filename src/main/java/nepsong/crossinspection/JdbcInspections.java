package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.crossinspection.Minutes.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInspections implements Inspections {

    private static final String ONE = " where cycle = ? and unit = ?";

    private final JdbcClient jdbc;

    JdbcInspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Inspection> find(String cycle, String unit) {
        return jdbc.sql("select * from inspections" + ONE)
                .params(cycle, unit)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public Inspection get(String cycle, String unit) {
        return find(cycle, unit)
                .orElseThrow(() -> new NoSuchElementException("no inspection of " + unit + " in " + cycle));
    }

    @Override
    public List<Inspection> of(String cycle) {
        return jdbc.sql("select * from inspections where cycle = ? order by unit")
                .param(cycle)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public List<String> participants(String cycle, String unit) {
        return jdbc.sql("select person from inspection_participants" + ONE + " order by person")
                .params(cycle, unit)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, List<String>> inspectors(String cycle, Collection<String> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select unit, person from inspection_participants
                        where cycle = :cycle and unit in (:units)
                        union
                        select unit, cross_submitted_by from inspections
                        where cycle = :cycle and unit in (:units) and cross_submitted_by <> ''
                        union
                        select unit, answered_by from inspections
                        where cycle = :cycle and unit in (:units) and answered_by <> ''
                        order by 1, 2
                        """)
                .param("cycle", cycle)
                .param("units", units)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public List<VisitFinding> findings(String cycle, String unit) {
        return jdbc.sql("select * from visit_findings" + ONE + " order by position")
                .params(cycle, unit)
                .query((row, n) -> new VisitFinding(
                        row.getInt("number"),
                        row.getString("type"),
                        row.getString("severity"),
                        row.getString("place"),
                        row.getString("description"),
                        row.getString("criterion")))
                .list();
    }

    @Override
    public Optional<Minutes> minutes(String cycle, String unit) {
        return jdbc.sql("select * from inspections" + ONE + " and minutes_at is not null")
                .params(cycle, unit)
                .query((row, n) -> new Minutes(
                        text(row, "team_side"),
                        text(row, "unit_side"),
                        text(row, "minutes_content"),
                        text(row, "recommendations"),
                        text(row, "unit_opinion"),
                        row.getBoolean("refused_to_sign"),
                        text(row, "refusal_reason"),
                        text(row, "first_witness"),
                        text(row, "second_witness"),
                        signature(row, "team"),
                        signature(row, "unit"),
                        row.getString("na_approved_by") != null))
                .optional();
    }

    @Override
    public Set<String> visiting(String cycle, LocalDateTime from, LocalDateTime until, String exceptUnit) {
        Set<String> units = new HashSet<>();
        jdbc.sql(
                        """
                        select unit, inspecting from inspections
                        where cycle = ? and planned_at >= ? and planned_at < ? and cross_submitted_at is null and unit <> ?
                        """)
                .params(cycle, from, until, exceptUnit)
                .query((row, n) -> List.of(row.getString("unit"), row.getString("inspecting")))
                .list()
                .forEach(units::addAll);
        return units;
    }

    @Override
    public List<String> busyOn(LocalDate day, String exceptCycle, String exceptUnit) {
        return jdbc.sql(
                        """
                        select distinct p.person
                        from inspection_participants p
                             join inspections i on i.cycle = p.cycle and i.unit = p.unit
                             join cycles c on c.code = i.cycle
                        where i.planned_at >= ? and i.planned_at < ? and i.cross_submitted_at is null
                              and c.withdrawn_at is null and not (i.cycle = ? and i.unit = ?)
                        """)
                .params(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), exceptCycle, exceptUnit)
                .query(String.class)
                .list();
    }

    private static Inspection read(ResultSet row) throws SQLException {
        return new Inspection(
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("inspecting"),
                row.getObject("planned_at", LocalDateTime.class),
                row.getString("place"),
                row.getBoolean("announced"),
                row.getString("documents"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("visit_started_at", LocalDateTime.class),
                row.getObject("visit_ended_at", LocalDateTime.class),
                text(row, "opinion_on_the_spot"),
                instant(row, "cross_submitted_at"),
                row.getString("cross_submitted_by"),
                row.getInt("late_days"),
                instant(row, "minutes_at"),
                instant(row, "explained_at"),
                row.getString("explained_by"),
                instant(row, "explanation_approved_at"),
                text(row, "explanation_return_reason"),
                instant(row, "explanation_closed_at"),
                instant(row, "answered_at"),
                instant(row, "settled_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Signature signature(ResultSet row, String side) throws SQLException {
        String signer = row.getString(side + "_signer");
        return signer == null ? null : new Signature(signer, row.getObject(side + "_signed_on", LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
