package nepsong.selfassessment;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConflicts implements Conflicts {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcConflicts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Conflict> of(String cycle) {
        return jdbc.sql("select * from self_assessment_conflicts where cycle = ? order by unit, other_unit")
                .param(cycle)
                .query((row, n) ->
                        new Conflict(row.getString("unit"), row.getString("other_unit"), row.getString("reason")))
                .list();
    }

    @Override
    public void declare(String cycle, List<Conflict> conflicts) {
        batches.batchUpdate(
                "insert into self_assessment_conflicts (cycle, unit, other_unit, reason) values (?, ?, ?, ?)",
                conflicts.stream()
                        .map(one -> new Object[] {cycle, one.unit(), one.otherUnit(), one.reason()})
                        .toList());
    }
}
