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

    private Settled read(String cycle) {
        List<Bloc> blocs = blocs(cycle);
        Map<String, String> blocOf = new HashMap<>();
        blocs.forEach(bloc -> bloc.units().forEach(unit -> blocOf.put(unit, bloc.code())));
        Map<String, StepDeadline> deadlines = new LinkedHashMap<>();
        defaults.get().forEach(step -> deadlines.put(step.step(), step));
        jdbc.sql("select step, working_days from cycle_deadlines where cycle = ?")
                .param(cycle)
                .query(row -> {
                    int days = row.getInt(2);
                    deadlines.computeIfPresent(
                            row.getString(1), (step, usual) -> new StepDeadline(step, usual.title(), days));
                });
        return new Settled(
                blocs.stream()
                        .collect(Collectors.toMap(Bloc::code, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                blocOf,
                deadlines,
                blocs.isEmpty() ? Map.of() : tableVersions(cycle),
                blocs.isEmpty() ? Map.of() : parametersOf(cycle));
    }

    private Map<Parameter, BigDecimal> parametersOf(String cycle) {
        Map<Parameter, BigDecimal> kept = new EnumMap<>(Parameter.class);
        jdbc.sql("select code, amount from cycle_parameters where cycle = ?")
                .param(cycle)
                .query(row -> {
                    BigDecimal value = row.getBigDecimal(2);
                    Parameter.of(row.getString(1)).ifPresent(known -> kept.put(known, value));
                });
        return kept;
    }

    private Map<String, Integer> tableVersions(String cycle) {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("select decision, version from cycle_tables where cycle = ?")
                .param(cycle)
                .query(row -> {
                    versions.put(row.getString(1), row.getInt(2));
                });
        return versions;
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

    private List<Bloc> blocs(String cycle) {
        record Place(String bloc, String name, String unit) {}
        Map<String, List<Place>> byBloc = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select b.bloc, b.name, u.unit
                        from cycle_blocs b join cycle_units u on u.cycle = b.cycle and u.bloc = b.bloc
                        where b.cycle = ?
                        order by b.position, u.position
                        """)
                .param(cycle)
                .query((row, n) -> new Place(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(place -> byBloc.computeIfAbsent(place.bloc(), code -> new ArrayList<>())
                        .add(place));
        return byBloc.values().stream()
                .map(places -> new Bloc(
                        places.get(0).bloc(),
                        places.get(0).name(),
                        places.stream().map(Place::unit).toList()))
                .toList();
    }
}
