package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
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
    public List<String> scope(String cycle, String unit) {
        return jdbc
                .sql("select coalesce(scope, '') from inspections" + ONE)
                .params(cycle, unit)
                .query(String.class)
                .list()
                .stream()
                .flatMap(codes -> Stream.of(codes.split(" ")))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    @Override
    public Set<String> unitsInspectedBy(String person, String cycle, Collection<String> units) {
        SqlArrayValue among = new SqlArrayValue("varchar", units.toArray());
        return jdbc.sql(
                        """
                        select unit from inspection_participants where cycle = ? and unit = any(?) and person = ?
                        union all
                        select unit from inspections
                        where cycle = ? and unit = any(?) and ? in (cross_submitted_by, answered_by)
                        union all
                        select unit from double_inspections where cycle = ? and unit = any(?) and handed_in_by = ?
                        """)
                .params(cycle, among, person, cycle, among, person, cycle, among, person)
                .query(String.class)
                .set();
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
    public List<PlannedVisit> plannedOn(LocalDate day) {
        return jdbc.sql(
                        """
                        select i.cycle, i.unit, i.inspecting, i.planned_at, p.person
                        from inspections i
                             join cycles c on c.code = i.cycle
                             left join inspection_participants p on p.cycle = i.cycle and p.unit = i.unit
                        where i.planned_at >= ? and i.planned_at < ? and i.cross_submitted_at is null
                              and c.withdrawn_at is null
                        order by i.cycle, i.unit
                        """)
                .params(day.atStartOfDay(), day.plusDays(1).atStartOfDay())
                .query(JdbcInspections::plannedVisits);
    }

    /** One row for each of a visit's people, or one without any; a visit's rows follow each other. */
    private static List<PlannedVisit> plannedVisits(ResultSet row) throws SQLException {
        List<PlannedVisit> visits = new ArrayList<>();
        while (row.next()) {
            PlannedVisit visit = new PlannedVisit(
                    row.getString("cycle"),
                    row.getString("unit"),
                    row.getString("inspecting"),
                    row.getObject("planned_at", LocalDateTime.class),
                    new HashSet<>());
            PlannedVisit last = visits.isEmpty() ? null : visits.get(visits.size() - 1);
            if (last == null
                    || !last.unit().equals(visit.unit())
                    || !last.cycle().equals(visit.cycle())) {
                visits.add(visit);
                last = visit;
            }
            String person = row.getString("person");
            if (person != null) {
                last.people().add(person);
            }
        }
        return visits;
    }
}
