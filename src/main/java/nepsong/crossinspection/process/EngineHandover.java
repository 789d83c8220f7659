package nepsong.crossinspection.process;

import java.time.LocalDate;
import java.util.Map;
import nepsong.crossinspection.InspectionHandover;
import nepsong.organisation.Unit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models learn from variables who inspects; a task that waits is made once more by the same model. */
@Component
class EngineHandover implements InspectionHandover {

    private static final String SHEET = "userTask_inspect";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    EngineHandover(RuntimeService runtime, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void giveTo(Unit unit, String cycle, String inspected, @Nullable LocalDate sheetDueOn) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    String inspection = runtime.createProcessInstanceQuery()
                            .processDefinitionKey("cross-inspection")
                            .processInstanceBusinessKey(cycle + "/" + inspected)
                            .singleResult()
                            .getId();
                    runtime.setVariables(
                            inspection,
                            Map.of(
                                    "inspecting",
                                    unit.code(),
                                    "inspectingKey",
                                    unit.key(),
                                    "inspectingName",
                                    unit.name()));
                    if (sheetDueOn != null) {
                        runtime.setVariable(inspection, "inspectDueOn", sheetDueOn.toString());
                        runtime.createProcessInstanceModification(inspection)
                                .cancelAllForActivity(SHEET)
                                .startBeforeActivity(SHEET)
                                .execute();
                    }
                    return null;
                }));
    }
}
