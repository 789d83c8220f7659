package nepsong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes which end and boundary events the tests reach, in {@code target/paths}: a file for each, by whichever test and in
 * whichever process. {@link PathCoverageTest} looks for those that are missing when all have run.
 */
@Component
class ReachedPaths extends AbstractProcessEnginePlugin {

    static final Path PLACE = Path.of("target", "paths");

    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners =
                new ArrayList<>(Objects.requireNonNullElse(configuration.getCustomPostBPMNParseListeners(), List.of()));
        listeners.add(new Witness());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Witness extends AbstractBpmnParseListener {

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) Witness::reached);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) Witness::reached);
        }

        private static void reached(DelegateExecution execution) {
            String process = ((ProcessDefinitionEntity) ((ExecutionEntity) execution).getProcessDefinition()).getKey();
            String path = process + "." + execution.getCurrentActivityId();
            if (REACHED.add(path)) {
                try {
                    Files.createDirectories(PLACE);
                    Files.writeString(PLACE.resolve(path), "");
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            }
        }
    }
}
