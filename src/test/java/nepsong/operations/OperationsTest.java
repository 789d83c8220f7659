package nepsong.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nepsong.BrokenProcess;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** A step that cannot succeed becomes an incident, is seen with its cause, and is tried again with a reason. */
@ProcessTest
class OperationsTest {

    private static final String REASON = "Đã khởi động lại máy chủ tệp.";

    private final EngineState engine;
    private final JobRetries retries;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final IdentityService identities;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final MockMvc browser;

    private String deployment = "";
    private String job = "";

    @Autowired
    OperationsTest(
            EngineState engine,
            JobRetries retries,
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService jobs,
            TaskService tasks,
            IdentityService identities,
            Clock clock,
            JdbcClient jdbc,
            WebApplicationContext context) {
        this.engine = engine;
        this.retries = retries;
        this.repository = repository;
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.identities = identities;
        this.clock = clock;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aStepHasFailedForGood() {
        deployment = BrokenProcess.start(repository, runtime, "1932/broken");
        Job failing = jobs.createJobQuery().processDefinitionKey("broken").singleResult();
        job = failing.getId();
        try {
            jobs.executeJob(job);
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageContaining("nothing");
        }
        jobs.setJobRetries(job, 0);
    }

    @AfterEach
    void itIsForgotten() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theIncidentIsShownWithItsCause() throws Exception {
        assertThat(engine.find(job)).hasValueSatisfying(failed -> {
            assertThat(failed.isIncident()).isTrue();
            assertThat(failed.businessKey()).isEqualTo("1932/broken");
            assertThat(failed.activity()).isEqualTo("serviceTask_fail");
            assertThat(failed.cause()).contains("nothing");
        });
        browser.perform(get("/operations").with(in("admin", Groups.ADMINISTRATORS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1932/broken")))
                .andExpect(content().string(containsString("serviceTask_fail")));
    }

    @Test
    void itIsTriedAgainForAReasonThatIsKept() throws Exception {
        browser.perform(post("/operations/jobs/{job}/retry", job)
                        .param("reason", "kệ")
                        .with(in("admin", Groups.ADMINISTRATORS))
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("lý do")));
        assertThat(engine.find(job))
                .hasValueSatisfying(failed -> assertThat(failed.isIncident()).isTrue());

        browser.perform(post("/operations/jobs/{job}/retry", job)
                        .param("reason", REASON)
                        .with(in("admin", Groups.ADMINISTRATORS))
                        .with(csrf()))
                .andExpect(flash().attribute("done", containsString("chạy lại")));

        assertThat(jobs.createJobQuery().jobId(job).singleResult().getRetries()).isPositive();
        assertThat(runtime.createIncidentQuery()
                        .processDefinitionKeyIn("broken")
                        .count())
                .isZero();
        assertThat(retries.newest(1)).singleElement().satisfies(retry -> {
            assertThat(retry.reason()).isEqualTo(REASON);
            assertThat(retry.person()).isEqualTo("admin");
            assertThat(retry.described()).contains("broken").contains("1932/broken");
        });
        assertThat(jdbc.sql(
                                """
                                select actor || ': ' || reason from audit_events
                                where action = 'job.retried' and subject like '%1932/broken%'
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("admin: " + REASON);
        assertThat(identities.getCurrentAuthentication()).isNull();
    }

    @Test
    void incidentsDoNotCrowdOutWhatTriesAgainAndBothHavePages() throws Exception {
        List<String> failing = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            runtime.startProcessInstanceByKey("broken", "1932/broken-" + i);
        }
        jobs.createJobQuery().processDefinitionKey("broken").list().forEach(one -> {
            if (!one.getId().equals(job)) {
                failing.add(one.getId());
            }
        });
        jdbc.sql("update act_ru_job set exception_msg_ = 'lần này chưa được', retries_ = 0 where id_ in (:ids)")
                .param("ids", failing.subList(0, 22))
                .update();
        jdbc.sql("update act_ru_job set exception_msg_ = 'lần này chưa được', retries_ = 2 where id_ in (:ids)")
                .param("ids", failing.subList(22, 45))
                .update();

        assertThat(engine.failures().incidents()).isGreaterThanOrEqualTo(23);
        assertThat(engine.failures().failing()).isGreaterThanOrEqualTo(23);
        assertThat(engine.incidents(0, 100))
                .hasSize(engine.failures().incidents())
                .allMatch(FailedJob::isIncident);
        assertThat(engine.failing(20, 100))
                .hasSize(engine.failures().failing() - 20)
                .noneMatch(FailedJob::isIncident);
        browser.perform(get("/operations").param("failing", "1").with(in("admin", Groups.ADMINISTRATORS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("failing=0#failing-title")))
                .andExpect(content().string(containsString("incidents=1&amp;failing=1#incidents-title")));
    }

    @Test
    void theFiguresAreThoseOfTheEngine() {
        EngineState.Figures figures = engine.figures(clock.instant());

        assertThat(figures.openTasks()).isEqualTo(tasks.createTaskQuery().count());
        assertThat(figures.incidents())
                .isEqualTo(runtime.createIncidentQuery().count())
                .isPositive();
        List<EngineState.OpenStep> steps = engine.openSteps(clock.instant());
        assertThat(steps.stream().mapToLong(EngineState.OpenStep::open).sum()).isEqualTo(figures.openTasks());
        assertThat(steps.stream().mapToLong(EngineState.OpenStep::overdue).sum())
                .isEqualTo(figures.overdueTasks());
        runtime.startProcessInstanceByKey("broken", "1932/waiting");
        assertThat(engine.waiting(clock.instant(), Integer.MAX_VALUE))
                .hasSize((int) engine.figures(clock.instant()).executableJobs())
                .isSortedAccordingTo(Comparator.comparing(EngineState.WaitingJob::since))
                .anyMatch(waiting ->
                        "1932/waiting".equals(waiting.businessKey()) && "serviceTask_fail".equals(waiting.activity()));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new EngineGauges(engine, clock).bindTo(registry);
        assertThat(registry.get("nepsong.engine.incidents").gauge().value()).isEqualTo(figures.incidents());
        assertThat(registry.get("nepsong.engine.tasks.open").gauge().value()).isEqualTo(figures.openTasks());
        assertThat(registry.getMeters()).hasSize(5);
    }

    @Test
    void theStepsOfTheModelsAreCalledAsTheModelsCallThem() {
        StepNames names = new StepNames();

        assertThat(names.process("correction")).isEqualTo("Khắc phục tồn tại");
        assertThat(names.step("correction", "userTask_verifyCorrection")).isEqualTo("Xác minh khắc phục");
        assertThat(names.step("appeal", "userTask_reviewAppeal")).isEqualTo("Thẩm tra đề nghị xem xét lại");
        assertThat(names.step("self-assessment", "serviceTask_layOutScorecard")).isEqualTo("Lập phiếu chấm");
        assertThat(names.process("broken")).isEqualTo("broken");
        assertThat(names.step(null, null)).isEqualTo("–");
    }

    private static UserRequestPostProcessor in(String person, String group) {
        return user(person).roles(group);
    }
}
