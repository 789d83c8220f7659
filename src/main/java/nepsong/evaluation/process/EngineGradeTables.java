package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.evaluation.Cap;
import nepsong.evaluation.CapFacts;
import nepsong.evaluation.CurrentGradeTables;
import nepsong.evaluation.Grade;
import nepsong.evaluation.GradeTables;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * The deployed tables, parsed once each. They are evaluated apart from the process engine: a grading of a thousand units would
 * otherwise write two decisions with fifteen values each into the history, while a result already keeps its reasons. They are
 * read without the user's rights: who appraises need not be able to see decision tables.
 */
@Component
class EngineGradeTables implements CurrentGradeTables {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final DmnEngine evaluator =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    EngineGradeTables(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public GradeTables read() {
        return new Read(evaluator, newest("performance-grade"), newest("grade-cap"));
    }

    private DmnDecision newest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> parse(key)));
    }

    private DmnDecision parse(String key) {
        DecisionDefinition newest = Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new IllegalStateException("no decision table " + key));
        return parsed.computeIfAbsent(
                newest.getId(), id -> evaluator.parseDecision(key, repository.getDecisionModel(id)));
    }

    private record Read(DmnEngine evaluator, DmnDecision grade, DmnDecision cap) implements GradeTables {

        @Override
        public Grade byScore(BigDecimal score) {
            return Grade.valueOf(evaluator
                    .evaluateDecision(grade, Map.of("score", score))
                    .getSingleResult()
                    .getEntry("grade"));
        }

        @Override
        public List<Cap> caps(CapFacts facts) {
            return evaluator.evaluateDecision(cap, facts.inputs()).stream()
                    .map(row -> new Cap(
                            row.getEntry("code"), Grade.valueOf(row.getEntry("highest")), row.getEntry("reason")))
                    .toList();
        }
    }
}
