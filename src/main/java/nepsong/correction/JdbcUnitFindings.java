package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.organisation.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnitFindings implements UnitFindings {

    /** A report may be this many working days late before it counts as not given. Who was not asked owes none. */
    private static final int GRACE = 10;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final Clock clock;

    JdbcUnitFindings(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Map<String, FindingFacts> of(String cycle) {
        Map<String, FindingFacts> facts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select f.unit,
                               count(case when f.closed_at is null then 1 end) as open_ones,
                               count(case when f.closed_at is null and f.severity = 'CRITICAL' then 1 end) as critical_ones,
                               count(case when f.repeated then 1 end) as repeated_ones,
                               count(case when f.closed_at is null and f.assigned_at is not null and f.due_on < ?
                                               and r.finding is null then 1 end) as unanswered_ones
                        from findings f
                             left join correction_reports r on r.finding = f.id and r.number = f.reopened + 1
                        where f.cycle = ?
                        group by f.unit
                        order by f.unit
                        """)
                .params(calendar.plus(LocalDate.now(clock), -GRACE), cycle)
                .query((row, n) -> Map.entry(
                        row.getString(1), new FindingFacts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))))
                .list()
                .forEach(unit -> facts.put(unit.getKey(), unit.getValue()));
        return facts;
    }
}
