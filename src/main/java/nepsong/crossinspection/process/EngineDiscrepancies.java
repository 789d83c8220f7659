package nepsong.crossinspection.process;

import java.math.BigDecimal;
import nepsong.crossinspection.Discrepancies;
import nepsong.crossinspection.Discrepancy;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the newest deployed version of the table. It is read as a plain decision, which leaves no history: a scorecard
 * asks for every row, and the rows themselves keep what came of it.
 */
@Component
class EngineDiscrepancies implements Discrepancies {

    private static final String TABLE = "discrepancy";

    private final ProcessEngineConfigurationImpl engine;
    private volatile @Nullable Table table;

    EngineDiscrepancies(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    private record Table(String id, DmnDecision decision) {}

    @Override
    public Discrepancy of(@Nullable BigDecimal selfScore, @Nullable BigDecimal crossScore, BigDecimal maximum) {
        VariableMap facts = Variables.createVariables()
                .putValue("selfScore", number(selfScore))
                .putValue("crossScore", number(crossScore))
                .putValue("maximum", maximum.doubleValue());
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DmnEngine tables = engine.getDmnEngine();
            String outcome = tables.evaluateDecisionTable(newest(tables), facts)
                    .getSingleResult()
                    .getSingleEntry();
            return Discrepancy.valueOf(outcome);
        });
    }

    private DmnDecision newest(DmnEngine tables) {
        String id = engine.getDeploymentCache()
                .findDeployedLatestDecisionDefinitionByKey(TABLE)
                .getId();
        Table known = table;
        if (known == null || !known.id().equals(id)) {
            known = new Table(
                    id,
                    tables.parseDecision(
                            TABLE, engine.getDeploymentCache().findDmnModelInstanceForDecisionDefinition(id)));
            table = known;
        }
        return known.decision();
    }

    private static @Nullable Double number(@Nullable BigDecimal score) {
        return score == null ? null : score.doubleValue();
    }
}
