package nepsong.cycle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.ParameterValues;
import nepsong.organisation.ReadOnce;
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

    private final JdbcClient jdbc;
    private final CycleConfigurationRows configuration;
    private final SettledCycles settled;
    private final Clock clock;
    private final ReadOnce<String, Optional<Cycle>> rows = new ReadOnce<>(this::read);
    private final ReadOnce<String, List<Cycle>> all = new ReadOnce<>(table -> readAll());

    JdbcCycles(JdbcClient jdbc, CycleConfigurationRows configuration, SettledCycles settled, Clock clock) {
        this.jdbc = jdbc;
        this.configuration = configuration;
        this.settled = settled;
        this.clock = clock;
    }

    @Override
    public Optional<Cycle> find(String code) {
        return rows.get(code);
    }

    private Optional<Cycle> read(String code) {
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
        return all.get("cycles");
    }

    private List<Cycle> readAll() {
        return jdbc.sql(CYCLE + "order by year_of_cycle desc, started_at desc")
                .query((row, n) -> cycle(row))
                .list();
    }

    @Override
    public List<Bloc> blocs(String cycle) {
        return List.copyOf(settled.of(cycle).blocs().values());
    }

    @Override
    public Bloc bloc(String cycle, String bloc) {
        return Optional.ofNullable(settled.of(cycle).blocs().get(bloc))
                .orElseThrow(() -> new NoSuchElementException("no bloc " + bloc + " in cycle " + cycle));
    }

    @Override
    public String blocOf(String cycle, String unit) {
        return Optional.ofNullable(settled.of(cycle).blocOf().get(unit))
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
    public OptionalInt tableVersion(String cycle, String decision) {
        Integer version = settled.of(cycle).tableVersions().get(decision);
        return version == null ? OptionalInt.empty() : OptionalInt.of(version);
    }

    @Override
    public ParameterValues parameters(String cycle) {
        return settled.parameters(cycle);
    }

    @Override
    public int workingDays(String cycle, String step) {
        return settled.of(cycle).workingDays(step);
    }

    @Override
    public List<StepDeadline> deadlines(String cycle) {
        return List.copyOf(settled.of(cycle).deadlines().values());
    }

    @Override
    public void add(Cycle cycle) {
        jdbc.sql("insert into cycles (code, year_of_cycle, name, started_at, started_by) values (?, ?, ?, ?, ?)")
                .params(cycle.code(), cycle.year(), cycle.name(), offset(cycle.startedAt()), cycle.startedBy())
                .update();
        forgetRows();
    }

    @Override
    public void configure(Configuration configuration) {
        this.configuration.write(configuration, offset(clock.instant()));
        forgetRows();
        settled.forget(configuration.cycle());
    }

    @Override
    public void holdDeadlines(String cycle) {
        configuration.hold(cycle);
        settled.forget(cycle);
    }

    @Override
    public void changeDeadlines(String cycle, Map<String, Integer> workingDays) {
        configuration.changeDeadlines(cycle, workingDays);
        settled.forget(cycle);
    }

    @Override
    public void finish(String cycle) {
        jdbc.sql("update cycles set finished_at = ? where code = ?")
                .params(offset(clock.instant()), cycle)
                .update();
        forgetRows();
    }

    @Override
    public boolean withdraw(String cycle, String by, String reason) {
        int withdrawn = jdbc.sql(
                        """
                        update cycles set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?
                        where code = ? and withdrawn_at is null and finished_at is null
                        """)
                .params(offset(clock.instant()), by, reason, cycle)
                .update();
        forgetRows();
        return withdrawn > 0;
    }

    private void forgetRows() {
        rows.forget();
        all.forget();
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
