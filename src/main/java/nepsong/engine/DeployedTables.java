package nepsong.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The decision tables as they are deployed now, each version parsed once. They are evaluated beside the engine: grading
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
    private final Map<String, Known> newest = new ConcurrentHashMap<>();

    private final Clock clock;

    private record Known(Table table, Instant readAt) {}

    DeployedTables(@Lazy ProcessEngineConfigurationImpl engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** One version of a table, for as many cases as there are. */
    public static final class Table {

        private static final int MOST_ANSWERS = 2_000;

        private final DmnEngine evaluator;
        private final DmnDecision decision;
        /** The decision engine parses every cell anew at each evaluation; a version always answers the same. */
        private final Recent<Map<String, Object>, DmnDecisionResult> answers = new Recent<>(MOST_ANSWERS);

        private Table(DmnEngine evaluator, DmnDecision decision) {
            this.evaluator = evaluator;
            this.decision = decision;
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
     * The version that was the newest at most some seconds ago.
     *
     * @throws org.camunda.bpm.engine.exception.NullValueException where no such table is deployed
     */
    public Table newest(String key) {
        Known known = newest.get(key);
        if (known == null || known.readAt().plus(FRESH).isBefore(clock.instant())) {
            known = new Known(read(key), clock.instant());
            newest.put(key, known);
        }
        return known.table();
    }

    private Table read(String key) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DeploymentCache deployed = engine.getDeploymentCache();
            String version = context.runWithoutAuthorization(() ->
                    deployed.findDeployedLatestDecisionDefinitionByKey(key).getId());
            return versions.computeIfAbsent(
                    version,
                    id -> new Table(
                            evaluator,
                            evaluator.parseDecision(key, deployed.findDmnModelInstanceForDecisionDefinition(id))));
        });
    }
}
