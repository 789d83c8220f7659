package nepsong.selfassessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSettledAnswers implements SettledAnswers {

    private final JdbcClient jdbc;

    JdbcSettledAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Answer>> of(String cycle) {
        Map<String, List<Answer>> answers = new HashMap<>();
        jdbc.sql(
                        """
                        select unit, criterion, appealed_score, final_not_applicable, final_score
                        from scorecard_rows where cycle = ? order by unit, position
                        """)
                .param(cycle)
                .query(row -> {
                    answers.computeIfAbsent(row.getString(1), unit -> new ArrayList<>())
                            .add(ScorecardRow.settled(
                                    row.getString(2),
                                    row.getBigDecimal(3),
                                    row.getObject(4, Boolean.class),
                                    row.getBigDecimal(5)));
                });
        return answers;
    }
}
