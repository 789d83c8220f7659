package nepsong.cycle.process;

import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What the parent process asks of the application. */
@Component("inspectionCycleTasks")
public class InspectionCycleTasks {

    private final Cycles cycles;

    InspectionCycleTasks(Cycles cycles) {
        this.cycles = cycles;
    }

    /** Codes of the blocs, in their order. */
    public List<String> blocs(DelegateExecution execution) {
        return cycles.blocs(cycle(execution)).stream().map(Bloc::code).toList();
    }

    public void closeUnissued(DelegateExecution execution) {
        cycles.withdraw(cycle(execution), "inspection-cycle", "Kế hoạch kiểm tra không được ký ban hành");
    }

    public void finishCycle(DelegateExecution execution) {
        cycles.finish(cycle(execution));
    }

    /**
     * What runs of the cycle and was not called by this process: corrections, what follows the conference, commendations
     * of people.
     */
    public void endOpenCases(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        List<String> instances = runtime
                .createProcessInstanceQuery()
                .variableValueEquals("cycle", cycle(execution))
                .rootProcessInstances()
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(instance -> !instance.equals(execution.getProcessInstanceId()))
                .toList();
        if (!instances.isEmpty()) {
            runtime.deleteProcessInstances(instances, "cycle.withdrawn", false, true);
        }
    }

    private static String cycle(DelegateExecution execution) {
        return (String) execution.getVariable("cycle");
    }
}
