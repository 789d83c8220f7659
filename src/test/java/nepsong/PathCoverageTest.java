package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all others: every way in which a process can end or be left was taken by some test. */
@Tag("after-all")
class PathCoverageTest {

    @Test
    void everyEndAndEveryBoundaryEventIsReachedBySomeTest() {
        List<String> all = new ArrayList<>();
        for (File file :
                Objects.requireNonNull(new File("processes").listFiles((dir, name) -> name.endsWith(".bpmn")))) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file);
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            List<Event> events = new ArrayList<>(model.getModelElementsByType(EndEvent.class));
            events.addAll(model.getModelElementsByType(BoundaryEvent.class));
            events.forEach(event -> all.add(process + "." + event.getId()));
        }
        String[] reached =
                Objects.requireNonNullElse(ReachedPaths.PLACE.toFile().list(), new String[0]);
        assertThat(all).hasSizeGreaterThan(30);
        assertThat(Arrays.asList(reached)).containsAll(all);
    }
}
