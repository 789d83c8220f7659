package nepsong.crossinspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.organisation.ReadOnce;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDoubleInspections implements DoubleInspections {

    private static final RowMapper<DoubleInspection> ROW = (row, n) -> new DoubleInspection(
            row.getString("cycle"),
            row.getString("bloc"),
            row.getString("unit"),
            row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
            row.getObject("inspected_on", LocalDate.class),
            at(row.getObject("handed_in_at", OffsetDateTime.class)),
            row.getString("handed_in_by"),
            Objects.requireNonNullElse(row.getString("resolution"), ""));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ReadOnce<BlocOfCycle, Map<String, List<Answer>>> scores = new ReadOnce<>(this::read);

    JdbcDoubleInspections(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void draw(String cycle, String bloc, List<String> units) {
        OffsetDateTime now = now();
        batches.batchUpdate(
                "insert into double_inspections (cycle, bloc, unit, drawn_at) values (?, ?, ?, ?)",
                units.stream()
                        .map(unit -> new Object[] {cycle, bloc, unit, now})
                        .toList());
    }

    @Override
    public Optional<DoubleInspection> find(String cycle, String unit) {
        return jdbc.sql("select * from double_inspections where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query(ROW)
                .optional();
    }

    @Override
    public List<DoubleInspection> of(String cycle, String bloc) {
        return jdbc.sql("select * from double_inspections where cycle = ? and bloc = ? order by unit")
                .params(cycle, bloc)
                .query(ROW)
                .list();
    }

    @Override
    public Map<String, List<Answer>> scores(String cycle, String bloc) {
        return scores.get(new BlocOfCycle(cycle, bloc));
    }

    private Map<String, List<Answer>> read(BlocOfCycle of) {
        return jdbc
                .sql(
                        """
                        select s.unit, s.criterion, s.not_applicable, s.na_reason, s.score
                        from double_scores s
                             join double_inspections d on d.cycle = s.cycle and d.unit = s.unit
                        where d.cycle = ? and d.bloc = ?
                        order by s.unit, s.criterion
                        """)
                .params(of.cycle(), of.bloc())
                .query((row, n) -> Map.entry(
                        row.getString(1),
                        row.getBoolean(3)
                                ? Answer.notApplicable(row.getString(2), row.getString(4))
                                : Answer.scored(row.getString(2), row.getBigDecimal(5))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public void handIn(
            String cycle,
            String unit,
            LocalDate inspectedOn,
            List<CrossScore> scores,
            String person,
            @Nullable String handedInFor) {
        jdbc.sql(
                        """
                        update double_inspections
                        set inspected_on = ?, handed_in_at = ?, handed_in_by = ?, handed_in_for = ?
                        where cycle = ? and unit = ?
                        """)
                .params(inspectedOn, now(), SelfAssessments.person(person), handedInFor, cycle, unit)
                .update();
        batches.batchUpdate(
                """
                insert into double_scores (cycle, unit, criterion, not_applicable, na_reason, score, note)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                scores.stream()
                        .map(score -> new @Nullable Object[] {
                            cycle,
                            unit,
                            score.criterion(),
                            score.notApplicable(),
                            score.notApplicable() ? score.naReason() : null,
                            score.notApplicable() ? null : score.score(),
                            score.note()
                        })
                        .toList());
        this.scores.forget();
    }

    @Override
    public void resolve(String cycle, String unit, String resolution, String person) {
        jdbc.sql(
                        """
                        update double_inspections set resolution = ?, resolved_at = ?, resolved_by = ?
                        where cycle = ? and unit = ?
                        """)
                .params(resolution, now(), person, cycle, unit)
                .update();
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
