package nepsong.correction.process;

import java.util.Map;
import java.util.Optional;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.FindingDeadlines;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

@Component
class EngineFindingDeadlines implements FindingDeadlines {

    private final DecisionService decisions;
    private final ProcessEngineConfigurationImpl engine;

    EngineFindingDeadlines(DecisionService decisions, ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.engine = engine;
    }

    @Override
    public Optional<CorrectionTerms> of(FindingType type, Severity severity) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> decisions
                        .evaluateDecisionTableByKey(
                                "finding-deadline", Map.of("type", type.name(), "severity", severity.name()))
                        .stream()
                        .findFirst()
                        .map(EngineFindingDeadlines::terms)));
    }

    private static CorrectionTerms terms(DmnDecisionRuleResult row) {
        return new CorrectionTerms(
                ((Number) row.getEntry("workingDays")).intValue(),
                row.<Boolean>getEntry("photoBefore"),
                row.<Boolean>getEntry("photoAfter"),
                CorrectionTerms.Recheck.valueOf(row.getEntry("recheckOn")),
                ((Number) row.getEntry("recheckPercent")).intValue());
    }
}
