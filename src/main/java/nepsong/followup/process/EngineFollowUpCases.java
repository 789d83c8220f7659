package nepsong.followup.process;

import java.util.HashMap;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.followup.FollowUpCases;
import nepsong.followup.FollowUps;
import nepsong.organisation.Unit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One instance of the model {@code follow-up} per task and unit, started by a message. */
@Component
class EngineFollowUpCases implements FollowUpCases {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Cycles cycles;

    EngineFollowUpCases(@Lazy RuntimeService runtime, @Lazy ProcessEngineConfigurationImpl engine, Cycles cycles) {
        this.runtime = runtime;
        this.engine = engine;
        this.cycles = cycles;
    }

    @Override
    public void start(FollowUps.Given given, Unit unit) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("cycle", given.cycle());
        variables.put("cycleName", cycles.get(given.cycle()).name());
        variables.put("unit", unit.code());
        variables.put("unitKey", Unit.keyOf(unit.code()));
        variables.put("unitName", unit.name());
        variables.put(FollowUpProcess.FOLLOW_UP, given.id());
        variables.put(FollowUpProcess.CODE, given.code());
        variables.put(FollowUpProcess.REPORT_DUE_ON, given.dueOn().toString());
        // Whoever publishes may not start processes: the conference's conclusion does.
        engine.getCommandExecutorTxRequired()
                .execute(context ->
                        context.runWithoutAuthorization(() -> runtime.createMessageCorrelation(FollowUpProcess.GIVEN)
                                .processInstanceBusinessKey(given.cycle() + "/" + given.unit())
                                .setVariables(variables)
                                .correlateStartMessage()));
    }
}
