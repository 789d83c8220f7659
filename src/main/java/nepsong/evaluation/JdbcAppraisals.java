package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppraisals implements Appraisals {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final EvaluationRecord record;

    JdbcAppraisals(JdbcClient jdbc, JdbcTemplate batches, Clock clock, EvaluationRecord record) {
        this.record = record;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Map<String, Appraisal> of(String cycle) {
        return byUnit(jdbc.sql("select * from appraisals where cycle = ? order by unit")
                .param(cycle));
    }

    /** As they were before these units' are written. */
    private Map<String, Appraisal> of(String cycle, Stream<String> units) {
        return byUnit(jdbc.sql("select * from appraisals where cycle = ? and unit = any(?)")
                .params(cycle, new SqlArrayValue("varchar", units.toArray())));
    }

    private static Map<String, Appraisal> byUnit(StatementSpec question) {
        Map<String, Appraisal> byUnit = new LinkedHashMap<>();
        question.query((row, n) -> read(row)).list().forEach(appraisal -> byUnit.put(appraisal.unit(), appraisal));
        return byUnit;
    }

    @Override
    public Optional<Appraisal> of(String cycle, String unit) {
        return jdbc.sql("select * from appraisals where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public void save(List<Appraisal> appraisals, List<PointItem> items) {
        List<Object[]> again = new ArrayList<>();
        appraisals.stream().collect(Collectors.groupingBy(Appraisal::cycle)).forEach((cycle, ofCycle) -> {
            Map<String, Appraisal> before = of(cycle, ofCycle.stream().map(Appraisal::unit));
            record.appraised(before, ofCycle);
            ofCycle.stream()
                    .map(Appraisal::unit)
                    .filter(before::containsKey)
                    .forEach(unit -> again.add(new Object[] {cycle, unit}));
        });
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate("delete from appraisals where cycle = ? and unit = ?", again);
        batches.batchUpdate(
                """
                insert into appraisals (cycle, unit, bonus, bonus_reason, penalty, penalty_reason, evidence_untrue,
                    harassment_concluded, inspection_obstructed, head_disciplined, pledge_incomplete, veto_note,
                    adjusted_grade, adjustment_reason, appraised_by, appraised_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                appraisals.stream().map(one -> parameters(one, now)).toList());
        save(appraisals, byUnit(items));
    }

    private static Map<String, List<PointItem>> byUnit(List<PointItem> items) {
        return items.stream().collect(Collectors.groupingBy(PointItem::unit));
    }

    /** Most units have none: then nothing is sent. */
    private void save(List<Appraisal> appraisals, Map<String, List<PointItem>> items) {
        List<Object[]> rows = new ArrayList<>();
        for (Appraisal appraisal : appraisals) {
            for (PointItem item : items.getOrDefault(appraisal.unit(), List.of())) {
                rows.add(new Object[] {
                    appraisal.cycle(),
                    appraisal.unit(),
                    rows.size(),
                    item.cause().name(),
                    item.times(),
                    item.reason(),
                    item.evidence()
                });
            }
        }
        batches.batchUpdate(
                """
                insert into appraisal_items (cycle, unit, position, cause, times, reason, evidence)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    @Override
    public void decide(String cycle, List<Adjustment> adjustments, String user) {
        record.decided(cycle, of(cycle, adjustments.stream().map(Adjustment::unit)), adjustments, user);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                """
                update appraisals
                set adjustment_confirmed = ?, adjustment_decision_reason = ?, adjustment_decided_by = ?,
                    adjustment_decided_at = ?
                where cycle = ? and unit = ? and adjusted_grade is not null
                """,
                adjustments.stream()
                        .map(one -> new Object[] {one.confirmed(), one.reason(), user, now, cycle, one.unit()})
                        .toList());
    }

    private static @Nullable Object[] parameters(Appraisal one, OffsetDateTime now) {
        Grade adjusted = one.adjustedGrade();
        return new @Nullable Object[] {
            one.cycle(),
            one.unit(),
            one.bonus(),
            one.bonusReason(),
            one.penalty(),
            one.penaltyReason(),
            one.evidenceUntrue(),
            one.harassmentConcluded(),
            one.inspectionObstructed(),
            one.headDisciplined(),
            one.pledgeIncomplete(),
            one.vetoNote(),
            adjusted == null ? null : adjusted.name(),
            one.adjustmentReason(),
            one.appraisedBy(),
            now
        };
    }

    private static Appraisal read(ResultSet row) throws SQLException {
        String adjusted = row.getString("adjusted_grade");
        return new Appraisal(
                row.getString("cycle"),
                row.getString("unit"),
                row.getBigDecimal("bonus"),
                row.getString("bonus_reason"),
                row.getBigDecimal("penalty"),
                row.getString("penalty_reason"),
                row.getBoolean("evidence_untrue"),
                row.getBoolean("harassment_concluded"),
                row.getBoolean("inspection_obstructed"),
                row.getBoolean("head_disciplined"),
                row.getBoolean("pledge_incomplete"),
                row.getString("veto_note"),
                adjusted == null ? null : Grade.valueOf(adjusted),
                row.getString("adjustment_reason"),
                row.getObject("adjustment_confirmed", Boolean.class),
                row.getString("appraised_by"));
    }
}
