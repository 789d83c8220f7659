package nepsong;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A process whose only step cannot succeed. */
public final class BrokenProcess {

    public static final String KEY = "broken";

    private BrokenProcess() {}

    /** @return id of the deployment, to be taken away again */
    public static String start(RepositoryService repository, RuntimeService runtime, String businessKey) {
        String deployment = repository
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("serviceTask_fail")
                                .camundaAsyncBefore()
                                .camundaExpression("${nothing.there}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey(KEY, businessKey);
        return deployment;
    }
}
