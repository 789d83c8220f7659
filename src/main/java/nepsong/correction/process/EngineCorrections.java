package nepsong.correction.process;

import java.util.HashMap;
import java.util.Map;
import nepsong.correction.Corrections;
import nepsong.correction.Finding;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** One instance of the model {@code correction} per finding, started by a message. */
@Component
class EngineCorrections implements Corrections {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Cycles cycles;
    private final Units units;

    EngineCorrections(RuntimeService runtime, ProcessEngineConfigurationImpl engine, Cycles cycles, Units units) {
        this.runtime = runtime;
        this.engine = engine;
        this.cycles = cycles;
        this.units = units;
    }

    @Override
    public void start(Finding finding) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("cycle", finding.cycle());
        variables.put("cycleName", cycles.get(finding.cycle()).name());
        variables.put("unit", finding.unit());
        variables.put("unitKey", Unit.keyOf(finding.unit()));
        variables.put("unitName", units.find(finding.unit()).map(Unit::name).orElse(finding.unit()));
        variables.put("finding", finding.id());
        variables.put("findingCode", finding.code());
        variables.put(CorrectionProcess.REPORT_DUE_ON, finding.dueOn().toString());
        // Whoever records a finding may not start processes: the finding does.
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> runtime.createMessageCorrelation(CorrectionProcess.FINDING_RECORDED)
                                .processInstanceBusinessKey(finding.cycle() + "/" + finding.unit())
                                .setVariables(variables)
                                .correlateStartMessage()));
    }
}
