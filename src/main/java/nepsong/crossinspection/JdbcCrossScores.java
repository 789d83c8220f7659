package nepsong.crossinspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.selfassessment.Points;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCrossScores implements CrossScores {

    private static final String ROW = " where cycle = ? and unit = ? and criterion = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Scorecards scorecards;
    private final AuditTrail trail;

    JdbcCrossScores(JdbcClient jdbc, JdbcTemplate batches, Scorecards scorecards, AuditTrail trail) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.scorecards = scorecards;
        this.trail = trail;
    }

    private void record(
            String action, String cycle, String unit, Map<String, Object> before, Map<String, Object> after) {
        AuditEvent event = AuditEvent.of(action).of(cycle, unit).changed(before, after);
        if (event.isChange()) {
            trail.record(event);
        }
    }

    @Override
    public void writeCross(String cycle, String unit, List<CrossScore> scores) {
        Map<String, Object> before = Points.cross(scorecards.of(cycle, unit));
        Map<String, Object> after = new LinkedHashMap<>(before);
        scores.forEach(score -> after.put(score.criterion(), Points.of(score.notApplicable(), score.score())));
        record("scores.cross", cycle, unit, before, after);
        batch(
                """
                update scorecard_rows
                set cross_not_applicable = ?, cross_na_reason = ?, cross_score = ?, cross_note = ?,
                    cross_samples = ?, cross_faults = ?
                """
                        + ROW,
                scores,
                score -> new @Nullable Object[] {
                    score.notApplicable(),
                    score.notApplicable() ? score.naReason() : null,
                    score.notApplicable() ? null : score.score(),
                    score.note(),
                    score.notApplicable() ? null : score.sample().size(),
                    score.notApplicable() ? null : score.sample().faults(),
                    cycle,
                    unit,
                    score.criterion()
                });
    }

    @Override
    public void ask(String cycle, String unit, List<Question> questions) {
        batch(
                "insert into disputed_scores (cycle, unit, criterion, to_head) values (?, ?, ?, ?)",
                questions,
                question -> new @Nullable Object[] {cycle, unit, question.criterion(), question.toHead()});
    }

    @Override
    public List<DisputedRow> disputed(String cycle, String unit) {
        Map<String, ScorecardRow> rows = scorecards.of(cycle, unit).stream()
                .collect(Collectors.toMap(ScorecardRow::criterion, Function.identity()));
        return jdbc.sql(
                        """
                        select d.*
                        from disputed_scores d
                             join scorecard_rows r
                                  on r.cycle = d.cycle and r.unit = d.unit and r.criterion = d.criterion
                        where d.cycle = ? and d.unit = ?
                        order by r.position
                        """)
                .params(cycle, unit)
                .query((row, n) -> new DisputedRow(
                        Objects.requireNonNull(rows.get(row.getString("criterion"))),
                        row.getBoolean("to_head"),
                        row.getBoolean("answered")
                                ? new DisputedRow.Outcome(row.getBigDecimal("answered_score"))
                                : null,
                        row.getString("settled_reason") == null
                                ? null
                                : new DisputedRow.Outcome(row.getBigDecimal("settled_score")),
                        row.getString("settled_reason")))
                .list();
    }

    @Override
    public void writeExplanations(String cycle, String unit, List<Explanation> explanations) {
        batch(
                "update scorecard_rows set agreed = ?, explanation = ?, proposed_score = ?" + ROW,
                explanations,
                said -> new @Nullable Object[] {
                    said.agreed(), said.text(), said.proposedScore(), cycle, unit, said.criterion()
                });
    }

    @Override
    public void agreeToAll(String cycle, String unit) {
        jdbc.sql(
                        """
                        update scorecard_rows set agreed = true
                        where cycle = ? and unit = ?
                              and criterion in (select d.criterion from disputed_scores d
                                                where d.cycle = ? and d.unit = ?)
                        """)
                .params(cycle, unit, cycle, unit)
                .update();
        scorecards.changed();
    }

    @Override
    public void writeAnswers(String cycle, String unit, List<ScoreAnswer> answers) {
        Map<String, Object> before = new LinkedHashMap<>(Points.cross(scorecards.of(cycle, unit)));
        Map<String, Object> after = new LinkedHashMap<>();
        answers.forEach(answer -> after.put(answer.criterion(), Points.of(false, answer.score())));
        before.keySet().retainAll(after.keySet());
        record("scores.answered", cycle, unit, before, after);
        batch("update scorecard_rows set answer = ?, answer_reason = ?" + ROW, answers, answer ->
                new @Nullable Object[] {answer.decision(), answer.reason(), cycle, unit, answer.criterion()});
        batch("update disputed_scores set answered = true, answered_score = ?" + ROW, answers, answer ->
                new @Nullable Object[] {answer.score(), cycle, unit, answer.criterion()});
    }

    @Override
    public void writeSettlements(String cycle, String unit, List<Settlement> settlements) {
        Map<String, Object> before = new LinkedHashMap<>(Points.cross(scorecards.of(cycle, unit)));
        Map<String, Object> after = new LinkedHashMap<>();
        settlements.forEach(settled -> after.put(settled.criterion(), Points.of(false, settled.score())));
        before.keySet().retainAll(after.keySet());
        record("scores.settled", cycle, unit, before, after);
        batch("update disputed_scores set settled_score = ?, settled_reason = ?" + ROW, settlements, settlement ->
                new @Nullable Object[] {settlement.score(), settlement.reason(), cycle, unit, settlement.criterion()});
    }

    @Override
    public void writeFinal(String cycle, String unit) {
        Map<String, Object> before = Points.last(scorecards.of(cycle, unit));
        jdbc.sql(
                        """
                        update scorecard_rows
                        set final_not_applicable = cross_not_applicable, final_score = cross_score
                        where cycle = ? and unit = ? and cross_not_applicable is not null
                        """)
                .params(cycle, unit)
                .update();
        scorecards.changed();
        List<DisputedRow> decided = disputed(cycle, unit).stream()
                .filter(row -> row.decided() != null)
                .toList();
        batch("update scorecard_rows set final_not_applicable = ?, final_score = ?" + ROW, decided, row -> {
            DisputedRow.Outcome outcome = Objects.requireNonNull(row.decided());
            return new @Nullable Object[] {outcome.notApplicable(), outcome.score(), cycle, unit, row.criterion()};
        });
        record("scores.final", cycle, unit, before, Points.last(scorecards.of(cycle, unit)));
    }

    private <T> void batch(String sql, List<T> rows, Function<T, @Nullable Object[]> parameters) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.stream().map(parameters).toList());
            scorecards.changed();
        }
    }
}
