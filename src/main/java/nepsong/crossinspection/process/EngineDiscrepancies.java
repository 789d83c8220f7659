package nepsong.crossinspection.process;

import java.math.BigDecimal;
import nepsong.crossinspection.Discrepancies;
import nepsong.crossinspection.Discrepancy;
import nepsong.engine.DeployedTables;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EngineDiscrepancies implements Discrepancies {

    private final DeployedTables tables;

    EngineDiscrepancies(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Discrepancy of(
            String cycle, @Nullable BigDecimal selfScore, @Nullable BigDecimal crossScore, BigDecimal maximum) {
        VariableMap facts = Variables.createVariables()
                .putValue("selfScore", number(selfScore))
                .putValue("crossScore", number(crossScore))
                .putValue("maximum", maximum.doubleValue());
        return Discrepancy.valueOf(
                tables.of(cycle, "discrepancy").recall(facts).getSingleResult().getSingleEntry());
    }

    private static @Nullable Double number(@Nullable BigDecimal score) {
        return score == null ? null : score.doubleValue();
    }
}
