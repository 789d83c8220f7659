package nepsong.cycle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import nepsong.catalogue.CriteriaSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCycles implements Cycles {

    private static final String CYCLE =
            """
            select code, year_of_cycle, name, checklist_version, excellent_quota_percent, started_at, started_by,
                   configured_at, finished_at, withdrawn_at
            from cycles
            """;

    private static final String BLOCS =
            """
            select b.bloc, b.name, u.unit
            from cycle_blocs b join cycle_units u on u.cycle = b.cycle and u.bloc = b.bloc
            where b.cycle = ?
            """;

    private static final String ORDER = "order by b.position, u.position";

    private final JdbcClient jdbc;
    private final CycleConfigurationRows configuration;
    private final Clock clock;

    JdbcCycles(JdbcClient jdbc, CycleConfigurationRows configuration, Clock clock) {
        this.jdbc = jdbc;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public Optional<Cycle> find(String code) {
        return jdbc.sql(CYCLE + "where code = ?")
                .param(code)
                .query((row, n) -> cycle(row))
                .optional();
    }

    @Override
    public Cycle get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no cycle " + code));
    }

    @Override
    public List<Cycle> all() {
        return jdbc.sql(CYCLE + "order by year_of_cycle desc, started_at desc")
                .query((row, n) -> cycle(row))
                .list();
    }

    @Override
    public List<Bloc> blocs(String cycle) {
        return blocs(jdbc.sql(BLOCS + ORDER).param(cycle));
    }

    /** Asked for once per unit, and so not to be picked out of all blocs. */
    @Override
    public Bloc bloc(String cycle, String bloc) {
        return blocs(jdbc.sql(BLOCS + "and b.bloc = ? " + ORDER).params(cycle, bloc)).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no bloc " + bloc + " in cycle " + cycle));
    }

    private static List<Bloc> blocs(JdbcClient.StatementSpec places) {
        record Place(String bloc, String name, String unit) {}
        Map<String, List<Place>> byBloc = new LinkedHashMap<>();
        places.query((row, n) -> new Place(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(place -> byBloc.computeIfAbsent(place.bloc(), code -> new java.util.ArrayList<>())
                        .add(place));
        return byBloc.values().stream()
                .map(bloc -> new Bloc(
                        bloc.get(0).bloc(),
                        bloc.get(0).name(),
                        bloc.stream().map(Place::unit).toList()))
                .toList();
    }

    @Override
    public String blocOf(String cycle, String unit) {
        return jdbc.sql("select bloc from cycle_units where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no unit " + unit + " in cycle " + cycle));
    }

    @Override
    public Map<CriteriaSet, BigDecimal> weights(String cycle, String unitKind) {
        Map<CriteriaSet, BigDecimal> weights = new EnumMap<>(CriteriaSet.class);
        jdbc.sql("select set_code, weight from cycle_weights where cycle = ? and kind = ? and weight > 0")
                .params(cycle, unitKind)
                .query((row, n) -> Map.entry(CriteriaSet.of(row.getString(1)), row.getBigDecimal(2)))
                .list()
                .forEach(weight -> weights.put(weight.getKey(), weight.getValue()));
        return weights;
    }

    @Override
    public int workingDays(String cycle, String step) {
        return jdbc.sql(
                        """
                        select coalesce(c.working_days, d.working_days)
                        from default_deadlines d
                             left join cycle_deadlines c on c.step = d.step and c.cycle = ?
                        where d.step = ?
                        """)
                .params(cycle, step)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no deadline for step " + step));
    }

    @Override
    public List<StepDeadline> deadlines(String cycle) {
        return jdbc.sql(
                        """
                        select d.step, d.title, coalesce(c.working_days, d.working_days) as working_days
                        from default_deadlines d
                             left join cycle_deadlines c on c.step = d.step and c.cycle = ?
                        order by d.step
                        """)
                .param(cycle)
                .query((row, n) -> new StepDeadline(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    @Override
    public void add(Cycle cycle) {
        jdbc.sql("insert into cycles (code, year_of_cycle, name, started_at, started_by) values (?, ?, ?, ?, ?)")
                .params(cycle.code(), cycle.year(), cycle.name(), offset(cycle.startedAt()), cycle.startedBy())
                .update();
    }

    @Override
    public void configure(Configuration configuration) {
        this.configuration.write(configuration, offset(clock.instant()));
    }

    @Override
    public void changeDeadlines(String cycle, Map<String, Integer> workingDays) {
        configuration.changeDeadlines(cycle, workingDays);
    }

    @Override
    public void finish(String cycle) {
        jdbc.sql("update cycles set finished_at = ? where code = ?")
                .params(offset(clock.instant()), cycle)
                .update();
    }

    @Override
    public void withdraw(String cycle, String by, String reason) {
        jdbc.sql("update cycles set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ? where code = ?")
                .params(offset(clock.instant()), by, reason, cycle)
                .update();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(
                row.getString("code"),
                row.getInt("year_of_cycle"),
                row.getString("name"),
                row.getObject("checklist_version", Integer.class),
                row.getObject("excellent_quota_percent", Integer.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                instant(row, "configured_at"),
                instant(row, "finished_at"),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
