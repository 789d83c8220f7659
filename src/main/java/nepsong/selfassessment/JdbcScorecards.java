package nepsong.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.ReadOnce;
import nepsong.selfassessment.ScorecardRow.CrossScore;
import nepsong.selfassessment.ScorecardRow.Dispute;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScorecards implements Scorecards {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AuditTrail trail;
    private final ReadOnce<Card, List<ScorecardRow>> cards = new ReadOnce<>(this::read);
    private final ReadOnce<Cards, Map<String, List<ScorecardRow>>> several = new ReadOnce<>(this::read);

    JdbcScorecards(JdbcClient jdbc, JdbcTemplate batches, AuditTrail trail) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.trail = trail;
    }

    private record Card(String cycle, String unit) {}

    private record Cards(String cycle, List<String> units) {}

    @Override
    public List<ScorecardRow> of(String cycle, String unit) {
        return cards.get(new Card(cycle, unit));
    }

    private List<ScorecardRow> read(Card card) {
        return jdbc.sql("select * from scorecard_rows where cycle = ? and unit = ? order by position")
                .params(card.cycle(), card.unit())
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public void changed() {
        cards.forget();
        several.forget();
    }

    @Override
    public Map<String, List<ScorecardRow>> of(String cycle) {
        return byUnit(jdbc.sql("select * from scorecard_rows where cycle = ? order by unit, position")
                .param(cycle));
    }

    @Override
    public Map<String, List<ScorecardRow>> of(String cycle, Collection<String> units) {
        return units.isEmpty() ? Map.of() : several.get(new Cards(cycle, List.copyOf(units)));
    }

    private Map<String, List<ScorecardRow>> read(Cards of) {
        return byUnit(jdbc.sql(
                        """
                                select * from scorecard_rows
                                where cycle = :cycle and unit in (:units)
                                order by unit, position
                                """)
                .param("cycle", of.cycle())
                .param("units", of.units()));
    }

    private static Map<String, List<ScorecardRow>> byUnit(JdbcClient.StatementSpec rows) {
        return rows.query((row, n) -> read(row)).list().stream()
                .collect(Collectors.groupingBy(ScorecardRow::unit, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void layOut(String cycle, String unit, List<String> criteria) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            rows.add(new Object[] {cycle, unit, criteria.get(i), i});
        }
        batches.batchUpdate("insert into scorecard_rows (cycle, unit, criterion, position) values (?, ?, ?, ?)", rows);
        changed();
    }

    @Override
    public void writeSelf(String cycle, String unit, List<SelfScore> scores) {
        Map<String, Object> before = Points.self(of(cycle, unit));
        Map<String, Object> after = new LinkedHashMap<>(before);
        scores.forEach(score -> after.put(score.criterion(), Points.of(score.notApplicable(), score.score())));
        AuditEvent event = AuditEvent.of("scores.self").of(cycle, unit).changed(before, after);
        if (event.isChange()) {
            trail.record(event);
        }
        batches.batchUpdate(
                """
                update scorecard_rows
                set self_not_applicable = ?, self_na_reason = ?, self_score = ?, self_note = ?,
                    evidence_number = ?, evidence_issued_on = ?, evidence_page = ?,
                    self_counted = ?, self_total = ?
                where cycle = ? and unit = ? and criterion = ?
                """,
                scores.stream().map(score -> parameters(cycle, unit, score)).toList());
        changed();
    }

    private static @Nullable Object[] parameters(String cycle, String unit, SelfScore score) {
        boolean left = score.notApplicable();
        return new @Nullable Object[] {
            left,
            left ? score.naReason() : null,
            left ? null : score.score(),
            score.note(),
            score.evidence().number(),
            score.evidence().issuedOn(),
            score.evidence().page(),
            left ? null : score.figures().counted(),
            left ? null : score.figures().total(),
            cycle,
            unit,
            score.criterion()
        };
    }

    private static ScorecardRow read(ResultSet row) throws SQLException {
        return new ScorecardRow(
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("criterion"),
                row.getInt("position"),
                self(row),
                cross(row),
                dispute(row),
                row.getObject("final_not_applicable", Boolean.class),
                row.getBigDecimal("final_score"),
                row.getBigDecimal("appealed_score"),
                row.getString("appeal_reason"));
    }

    private static @Nullable SelfScore self(ResultSet row) throws SQLException {
        Boolean notApplicable = row.getObject("self_not_applicable", Boolean.class);
        return notApplicable == null
                ? null
                : new SelfScore(
                        row.getString("criterion"),
                        notApplicable,
                        row.getString("self_na_reason"),
                        row.getBigDecimal("self_score"),
                        row.getString("self_note"),
                        new Evidence(
                                row.getString("evidence_number"),
                                row.getObject("evidence_issued_on", LocalDate.class),
                                row.getString("evidence_page")),
                        new Figures(number(row, "self_counted"), number(row, "self_total")));
    }

    private static @Nullable CrossScore cross(ResultSet row) throws SQLException {
        Boolean notApplicable = row.getObject("cross_not_applicable", Boolean.class);
        return notApplicable == null
                ? null
                : new CrossScore(
                        notApplicable,
                        row.getString("cross_na_reason"),
                        row.getBigDecimal("cross_score"),
                        row.getString("cross_note"),
                        new Sample(number(row, "cross_samples"), number(row, "cross_faults")));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static @Nullable Dispute dispute(ResultSet row) throws SQLException {
        Boolean agreed = row.getObject("agreed", Boolean.class);
        return agreed == null
                ? null
                : new Dispute(
                        agreed,
                        row.getString("explanation"),
                        row.getBigDecimal("proposed_score"),
                        row.getString("answer"),
                        row.getString("answer_reason"));
    }
}
