package nepsong.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCountedAnswers implements CountedAnswers {

    private final JdbcClient jdbc;

    JdbcCountedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private interface Reader {
        Answer read(ResultSet row) throws SQLException;
    }

    @Override
    public Map<String, List<Answer>> settled(String cycle) {
        return byUnit(
                jdbc.sql(
                                """
                                select unit, criterion, appealed_score, final_not_applicable, final_score
                                from scorecard_rows where cycle = ? order by unit, position
                                """)
                        .param(cycle),
                row -> ScorecardRow.settled(
                        row.getString(2), row.getBigDecimal(3), row.getObject(4, Boolean.class), row.getBigDecimal(5)));
    }

    @Override
    public Map<String, List<Answer>> cross(String cycle, Collection<String> units) {
        return byUnit(
                jdbc.sql(
                                """
                                select unit, criterion, cross_not_applicable, cross_na_reason, cross_score
                                from scorecard_rows
                                where cycle = ? and unit = any(?) and cross_not_applicable is not null
                                order by unit, position
                                """)
                        .params(cycle, new SqlArrayValue("varchar", units.toArray())),
                row -> new Answer(row.getString(2), row.getBoolean(3), row.getString(4), row.getBigDecimal(5)));
    }

    private static Map<String, List<Answer>> byUnit(JdbcClient.StatementSpec question, Reader reader) {
        Map<String, List<Answer>> answers = new HashMap<>();
        question.query(row -> {
            answers.computeIfAbsent(row.getString(1), unit -> new ArrayList<>()).add(reader.read(row));
        });
        return answers;
    }
}
