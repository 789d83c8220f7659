package nepsong.browser;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A unit's coordinator has taken the empty scorecard of a cycle of its own. */
final class ScorecardToFill implements BeforeEachCallback, AfterEachCallback {

    static final String UNIT = "q-ba-dinh";
    static final String COORDINATOR = "qbadinhCoordinator";

    private static final AtomicInteger CYCLES = new AtomicInteger();

    private final Desk desk;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private String cycle = "";
    private String task = "";

    ScorecardToFill(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.desk = desk;
        this.cycles = cycles;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        cycle = "eb-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        selfAssess(UNIT, "Quận Ba Đình");
        desk.complete(desk.task(key(), "acknowledge"), Map.of("received", true, "staffCount", 120));
        task = desk.task(key(), "scoreCriteria").getId();
        tasks.claim(task, COORDINATOR);
    }

    private void selfAssess(String unit, String unitName) {
        runtime.startProcessInstanceByKey("self-assessment", cycle + "/" + unit, Trial.unit(cycle, unit, unitName));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        runtime.createProcessInstanceQuery().list().stream()
                .filter(one -> String.valueOf(one.getBusinessKey()).startsWith(cycle + "/"))
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
    }

    /** Another task of the coordinator's, in the same cycle. */
    String another() {
        selfAssess("q-tay-ho", "Quận Tây Hồ");
        String other = desk.task(cycle + "/q-tay-ho", "acknowledge").getId();
        tasks.setAssignee(other, COORDINATOR);
        return other;
    }

    /** The task in which the scorecard is filled. */
    String task() {
        return task;
    }

    String cycle() {
        return cycle;
    }

    String key() {
        return cycle + "/" + UNIT;
    }
}
