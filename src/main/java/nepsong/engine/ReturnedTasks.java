package nepsong.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Marks the task that comes back to somebody because of a decision, for the inbox of what was returned. The model says
 * which tasks may come back, and upon which decision, or that they always do, in the task's property {@code returnedOn};
 * all others cost nothing.
 */
@Component
class ReturnedTasks extends AbstractBpmnParseListener {

    /** A variable of the task alone: it goes with it, and no other task and no form knows of it. */
    static final String RETURNED = "returned";

    private static final String PROPERTY = "returnedOn";
    private static final String ALWAYS = "always";

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Element extension = element.element("extensionElements");
        Element properties =
                extension == null ? null : extension.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        List<Element> all = properties == null
                ? List.of()
                : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property");
        all.stream()
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .forEach(property -> ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, mark(property.attribute("value"))));
    }

    private static TaskListener mark(String decision) {
        return (DelegateTask task) -> {
            if (decision.equals(ALWAYS) || decision.equals(task.getExecution().getVariable("decision"))) {
                task.setVariableLocal(RETURNED, true);
            }
        };
    }
}
