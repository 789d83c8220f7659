package nepsong.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nepsong.cycle.Cycles;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The decision tables as they are deployed, each version parsed once. They are evaluated beside the engine: grading
 * a city would leave thousands of rows in its history, and judging a person what was found out about them. They are read
 * for whoever asks; who hands in a form need not be able to see decision tables.
 */
@Component
public class DeployedTables {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ProcessEngineConfigurationImpl engine;
    private final DmnEngine evaluator =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    /** By id of the deployed version, which never changes. */
    private final Map<String, Table> versions = new ConcurrentHashMap<>();
    /** A scorecard asks for each of its rows. */
    private final Map<String, Known<Table>> newest = new ConcurrentHashMap<>();
    /** By key and version number. */
    private final Map<String, Table> kept = new ConcurrentHashMap<>();

    private final Map<String, Known<List<Version>>> listed = new ConcurrentHashMap<>();

    private final Cycles cycles;
    private final Clock clock;

    private record Known<T>(T value, Instant readAt) {}

    /** @param since the day of its deployment */
    public record Version(int number, LocalDate since) {}

    DeployedTables(@Lazy ProcessEngineConfigurationImpl engine, Cycles cycles, Clock clock) {
        this.engine = engine;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** One version of a table, for as many cases as there are. */
    public static final class Table {

        private static final int MOST_ANSWERS = 2_000;

        private final DmnEngine evaluator;
        private final DmnDecision decision;
        /** The decision engine parses every cell anew at each evaluation; a version always answers the same. */
        private final Recent<Map<String, Object>, DmnDecisionResult> answers = new Recent<>(MOST_ANSWERS);

        private final int version;

        private Table(DmnEngine evaluator, DmnDecision decision, int version) {
            this.evaluator = evaluator;
            this.decision = decision;
            this.version = version;
        }

        /** Counted from 1 by the engine. */
        public int version() {
            return version;
        }

        public DmnDecisionResult evaluate(Map<String, Object> inputs) {
            return evaluator.evaluateDecision(decision, inputs);
        }

        /** The same, and kept for who asks alike: scores and counts, nothing that tells of a person. */
        public DmnDecisionResult recall(Map<String, Object> inputs) {
            Map<String, Object> asked = new HashMap<>(inputs);
            return answers.answer(asked, () -> evaluate(asked));
        }
    }

    /**
     * What the cycle is judged by: the version that it was configured with, whatever was deployed since. The newest where it
     * keeps none.
     */
    public Table of(String cycle, String key) {
        OptionalInt version = cycles.tableVersion(cycle, key);
        return version.isPresent() ? numbered(key, version.getAsInt()) : newest(key);
    }

    private Table numbered(String key, int version) {
        return kept.computeIfAbsent(
                key + ":" + version,
                id -> read(key, tables -> tables.findDeployedDecisionDefinitionByKeyAndVersion(key, version)));
    }

    /**
     * The version that was the newest at most some seconds ago.
     *
     * @throws org.camunda.bpm.engine.exception.NullValueException where no such table is deployed
     */
    public Table newest(String key) {
        return fresh(newest, key, () -> read(key, tables -> tables.findDeployedLatestDecisionDefinitionByKey(key)));
    }

    /** Newest first, as they were at most some seconds ago. */
    public List<Version> versions(String key) {
        return fresh(listed, key, () -> list(key));
    }

    private <T> T fresh(Map<String, Known<T>> values, String key, Supplier<T> source) {
        Known<T> known = values.get(key);
        if (known == null || known.readAt().plus(FRESH).isBefore(clock.instant())) {
            known = new Known<>(source.get(), clock.instant());
            values.put(key, known);
        }
        return known.value();
    }

    private List<Version> list(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    RepositoryService repository = engine.getRepositoryService();
                    return repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .orderByDecisionDefinitionVersion()
                            .desc()
                            .list()
                            .stream()
                            .map(table -> new Version(table.getVersion(), deployedOn(table, repository)))
                            .toList();
                }));
    }

    private static LocalDate deployedOn(DecisionDefinition table, RepositoryService repository) {
        return repository
                .createDeploymentQuery()
                .deploymentId(table.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant()
                .atZone(WorkingCalendar.ZONE)
                .toLocalDate();
    }

    private Table read(String key, Function<DeploymentCache, DecisionDefinition> which) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DeploymentCache deployed = engine.getDeploymentCache();
            DecisionDefinition version = context.runWithoutAuthorization(() -> which.apply(deployed));
            return versions.computeIfAbsent(
                    version.getId(),
                    id -> new Table(
                            evaluator,
                            evaluator.parseDecision(key, deployed.findDmnModelInstanceForDecisionDefinition(id)),
                            version.getVersion()));
        });
    }
}
