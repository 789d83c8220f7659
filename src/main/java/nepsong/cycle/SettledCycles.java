package nepsong.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.catalogue.Parameters;
import nepsong.cycle.Cycles.StepDeadline;
import nepsong.organisation.ReadOnce;
import nepsong.organisation.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Blocs and deadlines of the cycles. Every step of every unit asks for them, and a configured cycle's hardly change: they
 * are kept for some seconds. A cycle that is not configured yet is read in each transaction, because another node may do it.
 */
@Component
class SettledCycles {

    private final JdbcClient jdbc;
    private final Parameters parameters;
    private final Map<String, Snapshot<Settled>> known = new ConcurrentHashMap<>();
    /** How many transactions change a cycle just now: what they read is theirs, and nobody else's yet. */
    private final Map<String, Integer> changing = new ConcurrentHashMap<>();

    private final Snapshot<List<StepDeadline>> defaults;
    private final ReadOnce<String, Settled> reading = new ReadOnce<>(this::read);

    /** How one cycle is configured. */
    record Settled(
            Map<String, Bloc> blocs,
            Map<String, String> blocOf,
            Map<String, StepDeadline> deadlines,
            Map<String, Integer> tableVersions,
            Map<Parameter, BigDecimal> parameters) {

        int workingDays(String step) {
            StepDeadline deadline = deadlines.get(step);
            if (deadline == null) {
                throw new NoSuchElementException("no deadline for step " + step);
            }
            return deadline.workingDays();
        }
    }

    SettledCycles(JdbcClient jdbc, Parameters parameters) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.defaults = new Snapshot<>(this::defaults);
    }

    Settled of(String cycle) {
        if (changing.containsKey(cycle)) {
            return reading.get(cycle);
        }
        Snapshot<Settled> kept = known.get(cycle);
        if (kept != null) {
            return kept.get();
        }
        Settled read = reading.get(cycle);
        if (!read.blocs().isEmpty()) {
            known.put(cycle, new Snapshot<>(read, () -> read(cycle)));
        }
        return read;
    }

    /** The cycle's own, and where it keeps none, those of today. */
    ParameterValues parameters(String cycle) {
        return parameters.current().with(of(cycle).parameters());
    }

    /** When it is configured or its deadlines change: now, and once more when others can see it or it is undone. */
    void forget(String cycle) {
        known.remove(cycle);
        reading.forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            changing.merge(cycle, 1, Integer::sum);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    changing.computeIfPresent(cycle, (code, changes) -> changes == 1 ? null : changes - 1);
                    known.remove(cycle);
                }
            });
        }
    }

    /** One line of what a cycle keeps: a unit of a bloc, a step's deadline, a table's version or a parameter's value. */
    private record Line(String list, String code, String name, String unit, BigDecimal amount) {}

    private Settled read(String cycle) {
        Map<String, List<Line>> lists = lines(cycle).stream().collect(Collectors.groupingBy(Line::list));
        List<Bloc> blocs = blocs(lists.getOrDefault("bloc", List.of()));
        Map<String, String> blocOf = new HashMap<>();
        blocs.forEach(bloc -> bloc.units().forEach(unit -> blocOf.put(unit, bloc.code())));
        Map<String, StepDeadline> deadlines = new LinkedHashMap<>();
        defaults.get().forEach(step -> deadlines.put(step.step(), step));
        lists.getOrDefault("deadline", List.of())
                .forEach(line -> deadlines.computeIfPresent(
                        line.code(),
                        (step, usual) -> new StepDeadline(
                                step, usual.title(), line.amount().intValueExact())));
        Map<String, Integer> tableVersions = new HashMap<>();
        lists.getOrDefault("table", List.of())
                .forEach(line -> tableVersions.put(line.code(), line.amount().intValueExact()));
        Map<Parameter, BigDecimal> parameters = new EnumMap<>(Parameter.class);
        lists.getOrDefault("parameter", List.of())
                .forEach(line -> Parameter.of(line.code()).ifPresent(known -> parameters.put(known, line.amount())));
        return new Settled(
                blocs.stream()
                        .collect(Collectors.toMap(Bloc::code, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                blocOf,
                deadlines,
                tableVersions,
                parameters);
    }

    private List<Line> lines(String cycle) {
        return jdbc.sql(
                        """
                        select 'bloc' as list, b.bloc as code, b.name, u.unit, 0 as amount,
                               b.position as bloc_position, u.position as unit_position
                        from cycle_blocs b join cycle_units u on u.cycle = b.cycle and u.bloc = b.bloc
                        where b.cycle = :cycle
                        union all
                        select 'deadline', step, '', '', working_days, 0, 0 from cycle_deadlines where cycle = :cycle
                        union all
                        select 'table', decision, '', '', version, 0, 0 from cycle_tables where cycle = :cycle
                        union all
                        select 'parameter', code, '', '', amount, 0, 0 from cycle_parameters where cycle = :cycle
                        order by bloc_position, unit_position
                        """)
                .param("cycle", cycle)
                .query((row, n) -> new Line(
                        row.getString("list"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getBigDecimal("amount")))
                .list();
    }

    private List<StepDeadline> defaults() {
        return jdbc
                .sql("select step, title, working_days from default_deadlines")
                .query((row, n) -> new StepDeadline(row.getString(1), row.getString(2), row.getInt(3)))
                .list()
                .stream()
                .sorted(new StepOrder())
                .toList();
    }

    private static List<Bloc> blocs(List<Line> places) {
        Map<String, List<Line>> byBloc = new LinkedHashMap<>();
        places.forEach(place ->
                byBloc.computeIfAbsent(place.code(), code -> new ArrayList<>()).add(place));
        return byBloc.values().stream()
                .map(bloc -> new Bloc(
                        bloc.get(0).code(),
                        bloc.get(0).name(),
                        bloc.stream().map(Line::unit).toList()))
                .toList();
    }
}
