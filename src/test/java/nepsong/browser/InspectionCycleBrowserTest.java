package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.organisation.People;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A whole small cycle by clicking and typing: three departments in one bloc, from the plan to the last decision. The
 * test asks the engine only what is open; everything else happens in Tasklist, each person with a login of their own.
 */
@InTasklist
class InspectionCycleBrowserTest {

    private static final int WIDE = 1366;
    private static final int NARROW = 360;
    private static final int MOST_STEPS = 300;
    private static final List<String> UNITS = List.of("Sở Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế");
    /** Forms that are looked at on a telephone too. */
    private static final List<String> ON_A_TELEPHONE =
            List.of("self-assessment.scoreCriteria", "self-assessment.approve", "cross-inspection.inspect");

    private final Desk desk;
    private final Offers offers;
    private final MovableClock clock;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final HistoryService history;

    @LocalServerPort
    int port;

    private final List<String> done = new ArrayList<>();
    private Chromium chromium;
    private TasklistPage machine;
    private String present = "";
    private int pictures;

    @Autowired
    InspectionCycleBrowserTest(
            Desk desk,
            People people,
            MovableClock clock,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService jobs,
            HistoryService history) {
        this.desk = desk;
        this.offers = new Offers(tasks, people);
        this.clock = clock;
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.history = history;
    }

    @BeforeEach
    void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterEach
    void theBrowserIsClosed() {
        chromium.close();
        clock.reset();
    }

    @Test
    void peopleTakeAWholeCycleToItsEndByClickingAndTyping() {
        String cycle = start();
        for (int step = 0; step < MOST_STEPS && !isOver(cycle); step++) {
            List<Task> open = offers.open();
            if (open.isEmpty()) {
                clock.forward(Duration.ofDays(1));
            } else {
                work(next(open));
            }
            desk.runJobs();
        }

        assertThat(isOver(cycle)).as("open: %s; done: %s", offers.open(), done).isTrue();
        assertThat(done)
                .contains("directive.configureCycle", "bloc-inspection.approvePairs", "evaluation.publish")
                .contains("follow-up.report", "follow-up.accept", "commendation.vote", "commendation.publish");
        assertThat(done).filteredOn("self-assessment.scoreCriteria"::equals).hasSize(UNITS.size());
        assertThat(done).filteredOn("cross-inspection.inspect"::equals).hasSize(UNITS.size());
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(jobs.createJobQuery().withException().count()).isZero();
    }

    private String start() {
        TasklistPage office = person("office");
        office.chooseProcess("Kỳ kiểm tra");
        office.fillWhatIsRequired();
        office.screenshot(file("start"));
        assertThat(office.submit()).as("%s", office.errors()).isTrue();
        desk.runJobs();
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("inspection-cycle")
                .singleResult()
                .getBusinessKey();
    }

    /** Whoever is there does what they can before the next one comes. */
    private Task next(List<Task> open) {
        return open.stream()
                .filter(task -> offers.to(task).contains(present))
                .findFirst()
                .orElse(open.get(0));
    }

    /** Somebody whom the task is offered to does it; a rule may say that it must be somebody else. */
    private void work(Task task) {
        List<String> refusals = new ArrayList<>();
        List<String> those = offers.to(task);
        those.sort(Comparator.comparing(person -> !person.equals(present)));
        for (String person : those) {
            String refusal = tries(person, task);
            if (refusal.isEmpty()) {
                return;
            }
            refusals.add(person + ": " + refusal);
        }
        throw new AssertionError("nobody could complete " + task.getName() + ": " + refusals);
    }

    private String tries(String person, Task task) {
        String name = Offers.name(task);
        TasklistPage tasklist = person(person);
        tasklist.open(task.getId());
        tasklist.claim();
        if (name.equals("directive.draftPlan")) {
            tasklist.chooseTags("Đơn vị thuộc phạm vi", UNITS);
        }
        if (name.equals("inspection-cycle.selectNominees")) {
            tasklist.page().getByLabel("Đề nghị khen thưởng").first().check();
        }
        if (done.contains(name)) {
            tasklist.fillWhatIsRequiredInHaste();
        } else {
            tasklist.fillWhatIsRequired();
            Path screen = file(name);
            Optional<Path> telephone =
                    ON_A_TELEPHONE.contains(name) ? Optional.of(file(name + "-360")) : Optional.empty();
            assertThat(tasklist.window().review(screen, NARROW, telephone))
                    .as(name)
                    .isEmpty();
        }
        desk.bringEvidence(tasks.createTaskQuery().taskId(task.getId()).singleResult());
        if (tasklist.submit()) {
            done.add(name);
            return "";
        }
        if (!tasklist.errors().isEmpty()) {
            throw new AssertionError(task.getName() + ": " + tasklist.errors());
        }
        String notice = tasklist.notice();
        tasklist.release();
        return notice;
    }

    /** All work at one machine, one after another, each with a login of their own. */
    private TasklistPage person(String id) {
        if (machine == null) {
            machine = TasklistPage.of(chromium, "http://127.0.0.1:" + port, id, WIDE);
        } else if (!id.equals(present)) {
            machine.leaveTo(id);
        }
        present = id;
        return machine;
    }

    private boolean isOver(String cycle) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle)
                        .count()
                == 0;
    }

    private Path file(String name) {
        return Path.of("target", "screenshots", "%02d-%s.png".formatted(++pictures, name));
    }
}
