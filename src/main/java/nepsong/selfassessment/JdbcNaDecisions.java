package nepsong.selfassessment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNaDecisions implements NaDecisions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcNaDecisions(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public List<NaDecision> of(String cycle, String unit) {
        return jdbc.sql(
                        """
                        select criterion, accepted from self_assessment_na_decisions
                        where cycle = ? and unit = ? order by criterion
                        """)
                .params(cycle, unit)
                .query((row, n) -> new NaDecision(row.getString("criterion"), row.getBoolean("accepted")))
                .list();
    }

    @Override
    public void write(String cycle, String unit, String user, List<NaDecision> decisions) {
        jdbc.sql("delete from self_assessment_na_decisions where cycle = ? and unit = ?")
                .params(cycle, unit)
                .update();
        batches.batchUpdate(
                """
                insert into self_assessment_na_decisions (cycle, unit, criterion, accepted, decided_at, decided_by)
                values (?, ?, ?, ?, ?, ?)
                """,
                decisions.stream()
                        .map(one -> new @Nullable Object[] {
                            cycle,
                            unit,
                            one.criterion(),
                            one.accepted(),
                            clock.instant().atOffset(ZoneOffset.UTC),
                            SelfAssessments.person(user)
                        })
                        .toList());
    }
}
