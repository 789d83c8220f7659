package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models of the house, each read once. */
final class Models {

    private static final Map<File, BpmnModelInstance> READ = new ConcurrentHashMap<>();

    private Models() {}

    static Stream<File> all() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        assertThat(files).isNotEmpty();
        return Stream.of(files).sorted();
    }

    static BpmnModelInstance read(File file) {
        return READ.computeIfAbsent(file, Bpmn::readModelFromFile);
    }
}
