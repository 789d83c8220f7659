package nepsong.correction.process;

import java.util.Map;
import java.util.Optional;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.FindingDeadlines;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import nepsong.engine.DeployedTables;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.springframework.stereotype.Component;

@Component
class EngineFindingDeadlines implements FindingDeadlines {

    private final DeployedTables tables;

    EngineFindingDeadlines(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<CorrectionTerms> of(String cycle, FindingType type, Severity severity) {
        return tables
                .of(cycle, "finding-deadline")
                .recall(Map.of("type", type.name(), "severity", severity.name()))
                .stream()
                .findFirst()
                .map(EngineFindingDeadlines::terms);
    }

    private static CorrectionTerms terms(DmnDecisionResultEntries row) {
        return new CorrectionTerms(
                ((Number) row.getEntry("workingDays")).intValue(),
                row.<Boolean>getEntry("photoBefore"),
                row.<Boolean>getEntry("photoAfter"),
                CorrectionTerms.Recheck.valueOf(row.getEntry("recheckOn")),
                ((Number) row.getEntry("recheckPercent")).intValue(),
                ((Number) row.getEntry("secondLookDays")).intValue());
    }
}
