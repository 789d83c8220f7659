package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nepsong.BrokenProcess;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our pages beside those of a cycle, as those look at them who use them: free of barriers, as far as a machine can tell. */
@InTasklist
class OtherPagesBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "managers");
    private static final String CYCLE_AT_WORK = "at-work";

    /** Other people's words on a page of which one is looked at fully. */
    private static final Set<String> OF_A_KIND_SEEN_BEFORE = Set.of(
            "guide-admin",
            "audit-admin",
            "home-inspector",
            "login-failed",
            "tab-none",
            "standing-none",
            "forbidden",
            "foreign-unit",
            "operations-incident",
            "file");

    @RegisterExtension
    final FiveCycles fiveCycles;

    @LocalServerPort
    int port;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ManagementService jobs;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    OtherPagesBrowserTest(
            JdbcClient jdbc,
            Cycles cycles,
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            ManagementService jobs) {
        this.fiveCycles = new FiveCycles(jdbc);
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    @Test
    void everyOtherPageIsFreeOfBarriersInTwoWidths() throws IOException {
        Map<String, List<String>> barriers = new TreeMap<>();
        look(
                "manager",
                Map.ofEntries(
                        Map.entry("list", "/progress?all"),
                        Map.entry("unknown", "/progress/1999"),
                        Map.entry("assignee", "/progress/2013/tasks/%s/assignee".formatted(anOpenTask())),
                        Map.entry("audit", "/audit"),
                        Map.entry("file", "/units/q-ba-dinh"),
                        Map.entry("postings", "/postings"),
                        Map.entry("published-list", "/published"),
                        Map.entry("published", "/published/2012"),
                        Map.entry("done-none", "/done"),
                        Map.entry("home", "/"),
                        Map.entry("guide", "/guide")),
                barriers);
        look(
                "admin",
                Map.of(
                        "operations",
                        "/operations",
                        "calendar",
                        "/calendar?year=2026",
                        "mail",
                        "/mail",
                        "people",
                        "/people?text=ha",
                        "person",
                        "/people/manager",
                        "guide-admin",
                        "/guide",
                        "audit-admin",
                        "/audit"),
                barriers);
        look("director", Map.of("withdrawal", "/cycles/2014/withdrawal", "running", "/cycles"), barriers);
        look(PageReview.NOBODY, Map.of("login", "/login", "login-failed", "/login?error"), barriers);
        look(
                "qbadinhInspector",
                Map.of(
                        "home-inspector", "/",
                        "evidence-none", "/evidence/unknown",
                        "tab-none", "/tasks/unknown/file",
                        "standing-none", "/tasks/unknown/standing",
                        "foreign-unit", "/units/q-hoan-kiem",
                        "extensions-none", "/extensions",
                        "forbidden", "/audit"),
                barriers);
        whileAUnitWorksAndAStepHasFailed(() -> {
            String task = theUnitsTask();
            look(
                    "qcaugiayCoordinator",
                    Map.of(
                            "evidence", "/evidence/" + task,
                            "standing", "/tasks/" + task + "/standing",
                            "tab-file", "/tasks/" + task + "/file",
                            "extension", "/extensions/" + task,
                            "extensions", "/extensions",
                            "done", "/done"),
                    barriers);
            look("admin", Map.of("operations-incident", "/operations"), barriers);
            anAdministratorRetriesWithTheKeyboardAlone();
        });
        Barriers.areNone(barriers, PICTURES.resolve("axe-others.txt"));
    }

    private void anAdministratorRetriesWithTheKeyboardAlone() {
        Page page = review().logIn("admin", 1366);
        page.navigate(base() + "/operations");
        Tabulator.reach(page, "input[id^=reason-]");
        page.keyboard().type("Đã sửa địa chỉ của máy chủ, lần này sẽ chạy");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice[role=status]").textContent()).contains("chạy lại");
        assertThat(jobs.createJobQuery()
                        .processDefinitionKey("broken")
                        .withRetriesLeft()
                        .count())
                .isEqualTo(1);
        page.context().close();
    }

    /** The unit has acknowledged and scores itself; a step of another process has been given up. */
    private void whileAUnitWorksAndAStepHasFailed(Runnable look) {
        String deployment = BrokenProcess.start(repository, runtime, CYCLE_AT_WORK + "/broken");
        jobs.setJobRetries(
                jobs.createJobQuery()
                        .processDefinitionKey("broken")
                        .singleResult()
                        .getId(),
                0);
        cycles.add(Trial.cycle(CYCLE_AT_WORK, Instant.now()));
        cycles.configure(Trial.configuration(CYCLE_AT_WORK, "q-cau-giay"));
        String instance = runtime.startProcessInstanceByKey(
                        "self-assessment",
                        CYCLE_AT_WORK + "/q-cau-giay",
                        Trial.unit(CYCLE_AT_WORK, "q-cau-giay", "Quận Cầu Giấy"))
                .getId();
        try {
            String acknowledge = theUnitsTask();
            tasks.setAssignee(acknowledge, "qcaugiayCoordinator");
            tasks.complete(acknowledge, Map.of("received", true, "staffCount", 120));
            look.run();
        } finally {
            runtime.deleteProcessInstance(instance, "test");
            repository.deleteDeployment(deployment, true);
        }
    }

    private String theUnitsTask() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(CYCLE_AT_WORK + "/q-cau-giay")
                .singleResult()
                .getId();
    }

    private String anOpenTask() {
        return jdbc.sql("select min(id_) from act_ru_task where id_ like '2013-%'")
                .query(String.class)
                .single();
    }

    private void look(String person, Map<String, String> pages, Map<String, List<String>> barriers) {
        review().look(person, pages, barriers, name -> !OF_A_KIND_SEEN_BEFORE.contains(name));
    }

    private PageReview review() {
        return new PageReview(chromium, base(), PICTURES);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
