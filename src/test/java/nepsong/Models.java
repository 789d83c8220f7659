package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nepsong.reminder.GrantorPolicy;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models of the house, each read once. */
public final class Models {

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

    /** Whom a candidate group names: a unit's without its unit, and where a variable names it, all that it may name. */
    public static Set<String> groups(String candidate) {
        return candidate.equals("${grantors}") ? GrantorPolicy.GROUPS : Set.of(candidate.replaceAll("\\$\\{.*}", ""));
    }
}
