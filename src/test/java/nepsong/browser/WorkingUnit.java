package nepsong.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A unit that has two tasks, one of them late. */
final class WorkingUnit implements BeforeEachCallback, AfterEachCallback {

    static final String COORDINATOR = "qlongbienCoordinator";
    static final String GROUPS = "Việc của nhóm tôi";

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-long-bien";
    private static final String CYCLE = "work-";

    private final Desk desk;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final List<String> open = new ArrayList<>();

    WorkingUnit(Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks) {
        this.desk = desk;
        this.cycles = cycles;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Task late = begin();
        late.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(2))));
        tasks.saveTask(late);
        begin();
    }

    private Task begin() {
        String cycle = CYCLE + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho", "q-hoan-kiem"));
        runtime.startProcessInstanceByKey(
                "self-assessment", cycle + "/" + UNIT, Trial.unit(cycle, UNIT, "Quận Long Biên"));
        Task task = desk.task(cycle + "/" + UNIT, "acknowledge");
        open.add(task.getId());
        return task;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        runtime.createProcessInstanceQuery().processDefinitionKey("self-assessment").list().stream()
                .filter(instance -> String.valueOf(instance.getBusinessKey()).startsWith(CYCLE))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    /** Ids of both tasks, the late one first. */
    List<String> open() {
        return open;
    }
}
