package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.evaluation.Cap;
import nepsong.evaluation.CapFacts;
import nepsong.evaluation.Grade;
import nepsong.evaluation.GradeTables;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The newest deployed tables, parsed once each. They are evaluated apart from the process engine: a grading of a thousand units
 * would otherwise write two decisions with fifteen values each into the history, while a result already keeps its reasons.
 */
@Component
class EngineGradeTables implements GradeTables {

    private final RepositoryService repository;
    private final DmnEngine tables =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    EngineGradeTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Grade byScore(BigDecimal score) {
        return Grade.valueOf(evaluate("performance-grade", Map.of("score", score))
                .getSingleResult()
                .getEntry("grade"));
    }

    @Override
    public List<Cap> caps(CapFacts facts) {
        return evaluate("grade-cap", facts.inputs()).stream()
                .map(row ->
                        new Cap(row.getEntry("code"), Grade.valueOf(row.getEntry("highest")), row.getEntry("reason")))
                .toList();
    }

    private DmnDecisionResult evaluate(String key, Map<String, Object> inputs) {
        DecisionDefinition newest = Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new IllegalStateException("no decision table " + key));
        DmnDecision table = parsed.computeIfAbsent(
                newest.getId(), id -> tables.parseDecision(key, repository.getDecisionModel(id)));
        return tables.evaluateDecision(table, inputs);
    }
}
