package nepsong.selfassessment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReturns implements Returns {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcReturns(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public List<Returned> of(String cycle, String unit) {
        return jdbc.sql(
                        """
                        select kind, reason from self_assessment_returns
                        where cycle = ? and unit = ? order by number desc
                        """)
                .params(cycle, unit)
                .query((row, n) -> new Returned(
                        Returned.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("reason")))
                .list();
    }

    @Override
    public List<Missing> missing(String cycle, String unit) {
        return jdbc.sql(
                        """
                        select criterion, what from self_assessment_missing
                        where cycle = ? and unit = ? order by position
                        """)
                .params(cycle, unit)
                .query((row, n) -> new Missing(row.getString("criterion"), row.getString("what")))
                .list();
    }

    @Override
    public void closeSupplement(String cycle, String unit) {
        jdbc.sql("update self_assessments set supplement_closed_at = ? where cycle = ? and unit = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), cycle, unit)
                .update();
    }

    @Override
    public void add(String cycle, String unit, String user, Returned returned, List<Missing> missing) {
        jdbc.sql(
                        """
                        insert into self_assessment_returns (cycle, unit, number, kind, reason, returned_at, returned_by)
                        select s.cycle, s.unit, (select count(*) + 1 from self_assessment_returns r
                                                 where r.cycle = s.cycle and r.unit = s.unit),
                               cast(? as varchar(20)), cast(? as text), cast(? as timestamp with time zone),
                               cast(? as varchar(64))
                        from self_assessments s
                        where s.cycle = ? and s.unit = ?
                        """)
                .param(returned.kind().name().toLowerCase(Locale.ROOT))
                .param(returned.reason())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(SelfAssessments.person(user))
                .param(cycle)
                .param(unit)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            rows.add(new Object[] {
                cycle, unit, i, missing.get(i).criterion(), missing.get(i).what()
            });
        }
        batches.batchUpdate(
                "insert into self_assessment_missing (cycle, unit, position, criterion, what) values (?, ?, ?, ?, ?)",
                rows);
    }
}
