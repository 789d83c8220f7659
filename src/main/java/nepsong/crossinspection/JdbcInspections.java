package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                .query((row, n) -> InspectionRows.read(row))
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
                .query((row, n) -> InspectionRows.read(row))
                .list();
    }

    @Override
    public Visitors visitors(String cycle, String unit) {
        return VisitorRows.visitors(jdbc.sql("select person, observer from inspection_participants" + ONE)
                .params(cycle, unit)
                .query((row, n) -> VisitorRows.read(row))
                .list());
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
                        union
                        select unit, handed_in_by from double_inspections
                        where cycle = :cycle and unit in (:units) and handed_in_by <> ''
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
                .query((row, n) -> InspectionRows.minutes(row))
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
}
