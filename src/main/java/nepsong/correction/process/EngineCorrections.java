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

/** One instance of the model {@code correction} per finding, and another for its second look, started by messages. */
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
        Map<String, Object> variables = of(finding);
        variables.put(CorrectionProcess.REPORT_DUE_ON, finding.dueOn().toString());
        begin(CorrectionProcess.FINDING_RECORDED, finding, variables);
    }

    @Override
    public void lookAgain(Finding finding) {
        begin(CorrectionProcess.SECOND_LOOK_DUE, finding, of(finding));
    }

    private Map<String, Object> of(Finding finding) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("cycle", finding.cycle());
        variables.put("cycleName", cycles.get(finding.cycle()).name());
        variables.put("unit", finding.unit());
        variables.put("unitKey", Unit.keyOf(finding.unit()));
        variables.put("unitName", units.find(finding.unit()).map(Unit::name).orElse(finding.unit()));
        variables.put("finding", finding.id());
        variables.put("findingCode", finding.code());
        return variables;
    }

    private void begin(String message, Finding finding, Map<String, Object> variables) {
        // Whoever records a finding may not start processes: the finding does.
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(finding.cycle() + "/" + finding.unit())
                        .setVariables(variables)
                        .correlateStartMessage()));
    }
}
