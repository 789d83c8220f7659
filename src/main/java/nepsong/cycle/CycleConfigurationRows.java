package nepsong.cycle;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Parameters;
import nepsong.catalogue.Weights;
import nepsong.cycle.Cycles.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a configuration in as many statements for a thousand units as for twenty. */
@Component
class CycleConfigurationRows {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Weights usual;
    private final Parameters parameters;

    CycleConfigurationRows(JdbcClient jdbc, JdbcOperations batches, Weights usual, Parameters parameters) {
        this.parameters = parameters;
        this.usual = usual;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void write(Configuration configuration, OffsetDateTime at) {
        String cycle = configuration.cycle();
        int first = jdbc.sql(
                        """
                        update cycles set checklist_version = ?, excellent_quota_percent = ?, configured_at = ?
                        where code = ? and configured_at is null
                        """)
                .params(configuration.checklistVersion(), configuration.excellentQuotaPercent(), at, cycle)
                .update();
        if (first == 0) {
            replace(configuration, at);
        }
        Map<String, Map<CriteriaSet, BigDecimal>> weights = new TreeMap<>(usual.byKind());
        weights.putAll(configuration.weights());
        List<Object[]> weighed = new ArrayList<>();
        weights.forEach((kind, sets) ->
                sets.forEach((set, weight) -> weighed.add(new Object[] {cycle, kind, set.code(), weight})));
        batches.batchUpdate("insert into cycle_weights (cycle, kind, set_code, weight) values (?, ?, ?, ?)", weighed);
        List<Object[]> rules = new ArrayList<>();
        parameters.current().values().forEach((one, value) -> rules.add(new Object[] {cycle, one.code(), value}));
        batches.batchUpdate("insert into cycle_parameters (cycle, code, amount) values (?, ?, ?)", rules);
        List<Object[]> tables = new ArrayList<>();
        configuration.tableVersions().forEach((key, version) -> tables.add(new Object[] {cycle, key, version}));
        batches.batchUpdate("insert into cycle_tables (cycle, decision, version) values (?, ?, ?)", tables);
        List<Object[]> blocs = new ArrayList<>();
        List<Object[]> units = new ArrayList<>();
        for (Bloc bloc : configuration.blocs()) {
            blocs.add(new Object[] {cycle, bloc.code(), bloc.name(), blocs.size()});
            int position = 0;
            for (String unit : bloc.units()) {
                units.add(new Object[] {cycle, unit, bloc.code(), position++});
            }
        }
        batches.batchUpdate("insert into cycle_blocs (cycle, bloc, name, position) values (?, ?, ?, ?)", blocs);
        batches.batchUpdate("insert into cycle_units (cycle, unit, bloc, position) values (?, ?, ?, ?)", units);
        addDeadlines(cycle, configuration.workingDays());
    }

    /** To the end of the transaction. */
    void hold(String cycle) {
        jdbc.sql("select code from cycles where code = ? for update")
                .param(cycle)
                .query(String.class)
                .optional();
    }

    void changeDeadlines(String cycle, Map<String, Integer> workingDays) {
        batches.batchUpdate(
                "delete from cycle_deadlines where cycle = ? and step = ?",
                workingDays.keySet().stream()
                        .map(step -> new Object[] {cycle, step})
                        .toList());
        addDeadlines(cycle, workingDays);
    }

    private void addDeadlines(String cycle, Map<String, Integer> workingDays) {
        List<Object[]> deadlines = new ArrayList<>();
        workingDays.forEach((step, days) -> deadlines.add(new Object[] {cycle, step, days}));
        batches.batchUpdate("insert into cycle_deadlines (cycle, step, working_days) values (?, ?, ?)", deadlines);
    }

    private void replace(Configuration configuration, OffsetDateTime at) {
        for (String table : List.of(
                "cycle_units", "cycle_blocs", "cycle_weights", "cycle_tables", "cycle_parameters", "cycle_deadlines")) {
            jdbc.sql("delete from " + table + " where cycle = ?")
                    .param(configuration.cycle())
                    .update();
        }
        jdbc.sql(
                        "update cycles set checklist_version = ?, excellent_quota_percent = ?, configured_at = ? where code = ?")
                .params(
                        configuration.checklistVersion(),
                        configuration.excellentQuotaPercent(),
                        at,
                        configuration.cycle())
                .update();
    }
}
