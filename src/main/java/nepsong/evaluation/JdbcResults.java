package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.organisation.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcResults implements Results {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<String, List<Result>> all = new ReadOnce<>(this::read);
    private final ReadOnce<String, Map<String, GradedFacts>> facts = new ReadOnce<>(this::readFacts);
    private final EvaluationRecord record;

    JdbcResults(JdbcClient jdbc, JdbcTemplate batches, EvaluationRecord record) {
        this.record = record;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Result> of(String cycle) {
        return all.get(cycle);
    }

    private List<Result> read(String cycle) {
        Map<String, List<Cap>> caps = new LinkedHashMap<>();
        jdbc.sql("select unit, code, highest, reason from result_caps where cycle = ? order by unit, position")
                .param(cycle)
                .query((row, n) -> Map.entry(row.getString("unit"), cap(row)))
                .list()
                .forEach(cap -> caps.computeIfAbsent(cap.getKey(), unit -> new ArrayList<>())
                        .add(cap.getValue()));
        return jdbc.sql("select * from results where cycle = ? order by bloc, rank_in_bloc, unit")
                .param(cycle)
                .query((row, n) -> result(row, caps.getOrDefault(row.getString("unit"), List.of())))
                .list();
    }

    @Override
    public Optional<Result> of(String cycle, String unit) {
        List<Cap> caps = jdbc.sql(
                        "select code, highest, reason from result_caps where cycle = ? and unit = ? order by position")
                .params(cycle, unit)
                .query((row, n) -> cap(row))
                .list();
        return jdbc.sql("select * from results where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query((row, n) -> result(row, caps))
                .optional();
    }

    @Override
    public Map<String, GradedFacts> facts(String cycle) {
        return facts.get(cycle);
    }

    private Map<String, GradedFacts> readFacts(String cycle) {
        Map<String, GradedFacts> byUnit = new LinkedHashMap<>();
        jdbc.sql("select * from graded_facts where cycle = ? order by unit")
                .param(cycle)
                .query((row, n) -> new GradedFacts(
                        row.getString("unit"),
                        instant(row, "submitted_at"),
                        row.getInt("working_days_late"),
                        row.getInt("open_findings"),
                        row.getInt("open_critical_findings"),
                        row.getInt("repeated_findings"),
                        row.getBoolean("correction_unreported"),
                        row.getBoolean("cross_inspection_done")))
                .list()
                .forEach(facts -> byUnit.put(facts.unit(), facts));
        return Collections.unmodifiableMap(byUnit);
    }

    @Override
    public void freeze(String cycle, List<GradedFacts> facts) {
        this.facts.forget();
        jdbc.sql("delete from graded_facts where cycle = ?").param(cycle).update();
        batches.batchUpdate(
                """
                insert into graded_facts (cycle, unit, submitted_at, working_days_late, open_findings,
                    open_critical_findings, repeated_findings, correction_unreported, cross_inspection_done)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                facts.stream()
                        .map(one -> new @Nullable Object[] {
                            cycle,
                            one.unit(),
                            offset(one.submittedAt()),
                            one.workingDaysLate(),
                            one.openFindings(),
                            one.openCriticalFindings(),
                            one.repeatedFindings(),
                            one.correctionUnreported(),
                            one.crossInspectionDone()
                        })
                        .toList());
    }

    @Override
    public void replace(String cycle, List<Result> results) {
        record.graded(cycle, of(cycle), results);
        all.forget();
        jdbc.sql("delete from result_caps where cycle = ?").param(cycle).update();
        jdbc.sql("delete from results where cycle = ?").param(cycle).update();
        batches.batchUpdate(
                """
                insert into results (cycle, unit, bloc, self_score, cross_score, total_score, bonus, penalty,
                    final_score, grade_by_score, adjusted_grade, grade, rank_in_bloc)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                results.stream().map(JdbcResults::parameters).toList());
        List<Object[]> caps = new ArrayList<>();
        for (Result result : results) {
            for (int i = 0; i < result.caps().size(); i++) {
                Cap cap = result.caps().get(i);
                caps.add(new Object[] {
                    cycle, result.unit(), i, cap.code(), cap.highest().name(), cap.reason()
                });
            }
        }
        batches.batchUpdate(
                "insert into result_caps (cycle, unit, position, code, highest, reason) values (?, ?, ?, ?, ?, ?)",
                caps);
    }

    private static @Nullable Object[] parameters(Result one) {
        Grade adjusted = one.adjustedGrade();
        return new @Nullable Object[] {
            one.cycle(),
            one.unit(),
            one.bloc(),
            one.selfScore(),
            one.crossScore(),
            one.totalScore(),
            one.bonus(),
            one.penalty(),
            one.finalScore(),
            one.gradeByScore().name(),
            adjusted == null ? null : adjusted.name(),
            one.grade().name(),
            one.rank()
        };
    }

    private static Result result(ResultSet row, List<Cap> caps) throws SQLException {
        String adjusted = row.getString("adjusted_grade");
        return new Result(
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("bloc"),
                row.getBigDecimal("self_score"),
                row.getBigDecimal("cross_score"),
                row.getBigDecimal("total_score"),
                row.getBigDecimal("bonus"),
                row.getBigDecimal("penalty"),
                row.getBigDecimal("final_score"),
                Grade.valueOf(row.getString("grade_by_score")),
                adjusted == null ? null : Grade.valueOf(adjusted),
                Grade.valueOf(row.getString("grade")),
                caps,
                row.getInt("rank_in_bloc"));
    }

    private static Cap cap(ResultSet row) throws SQLException {
        return new Cap(row.getString("code"), Grade.valueOf(row.getString("highest")), row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
