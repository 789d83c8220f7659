package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The units of a bloc have their say side by side, and none waits for one that is silent. */
@ProcessTest
class BlocAppealsProcessTest {

    private final Desk desk;
    private final MovableClock clock;
    private final ScoredCycle scored;
    private final GradeUnits grading;
    private final RuntimeService runtime;
    private final TaskService tasks;

    @Autowired
    BlocAppealsProcessTest(
            Desk desk,
            MovableClock clock,
            ScoredCycle scored,
            GradeUnits grading,
            RuntimeService runtime,
            TaskService tasks) {
        this.desk = desk;
        this.clock = clock;
        this.scored = scored;
        this.grading = grading;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void everyUnitIsAskedAtOnceAndSilenceIsAgreement() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put("q-long-bien", "0.95");
        shares.put("q-cau-giay", "0.75");
        String cycle = scored.with(shares);
        grading.grade(cycle);
        runtime.startProcessInstanceByKey(
                "bloc-appeals",
                cycle + "/" + ScoredCycle.BLOC,
                Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử", "bloc", ScoredCycle.BLOC, "blocName", "Khối 1"));
        desk.runJobs();

        Task one = desk.task(cycle + "/q-long-bien", "considerResult");
        assertThat(one.getName()).isEqualTo("Xem kết quả, đề nghị xem xét lại – Quận Long Biên");
        assertThat(tasks.getIdentityLinksForTask(one.getId()))
                .extracting(link -> link.getGroupId())
                .contains("headAtqlongbien");
        desk.complete(one, Map.of("decision", "accept"));
        desk.runJobs();
        assertThat(desk.openTasks(cycle + "/q-cau-giay")).containsExactly("userTask_considerResult");

        clock.forward(Duration.ofDays(30));
        desk.runJobs();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle + "/" + ScoredCycle.BLOC)
                        .count())
                .isZero();
    }
}
