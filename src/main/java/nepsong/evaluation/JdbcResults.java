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

    private static final String WITH_CAPS =
            """
            select r.*, c.code, c.highest, c.reason
            from results r left join result_caps c on c.cycle = r.cycle and c.unit = r.unit where r.cycle = ?
            """;

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
        return find("order by r.bloc, r.rank_in_bloc, r.unit, c.position", cycle);
    }

    @Override
    public Optional<Result> of(String cycle, String unit) {
        return find("and r.unit = ? order by c.position", cycle, unit).stream().findFirst();
    }

    private List<Result> find(String condition, String... parameters) {
        return jdbc.sql(WITH_CAPS + condition).params((Object[]) parameters).query((ResultSet rows) -> results(rows));
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

    /** One row for each cap, or one without any. */
    private static List<Result> results(ResultSet rows) throws SQLException {
        Map<String, Result> byUnit = new LinkedHashMap<>();
        while (rows.next()) {
            Result before = byUnit.get(rows.getString("unit"));
            List<Cap> caps = new ArrayList<>(before == null ? List.of() : before.caps());
            if (rows.getString("code") != null) {
                caps.add(cap(rows));
            }
            byUnit.put(rows.getString("unit"), result(rows, List.copyOf(caps)));
        }
        return List.copyOf(byUnit.values());
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
