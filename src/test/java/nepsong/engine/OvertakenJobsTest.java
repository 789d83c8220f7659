package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import nepsong.BrokenProcess;
import nepsong.ProcessTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom another was quicker than tries again at once; whoever failed waits as the cycle of retries says. */
@ProcessTest
class OvertakenJobsTest {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final ProcessEngine engine;
    private final Clock clock;

    private String deployment = "";

    @Autowired
    OvertakenJobsTest(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService jobs,
            ProcessEngine engine,
            Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.jobs = jobs;
        this.engine = engine;
        this.clock = clock;
    }

    @BeforeEach
    void aJobWaits() {
        deployment = BrokenProcess.start(repository, runtime, "1932/overtaken");
    }

    @AfterEach
    void itIsForgotten() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aJobThatWasOvertakenIsDoneAgainInAMoment() {
        int retries = job().getRetries();

        fails(new OptimisticLockingException("another was quicker"));

        assertThat(job().getRetries()).isEqualTo(retries);
        assertThat(job().getExceptionMessage()).isNull();
        assertThat(job().getDuedate()).isBefore(in(Duration.ofSeconds(5)));
    }

    /** More time was granted in the moment in which the window was about to close. */
    @Test
    void aTimerThatWasMovedBeforeItCouldFireKeepsItsNewDay() {
        Date moved = in(Duration.ofDays(5));
        jobs.setJobDuedate(job().getId(), moved);

        fails(new OptimisticLockingException("another gave more time"));

        assertThat(job().getDuedate()).isCloseTo(moved, 1_000);
    }

    @Test
    void aJobThatFailedWaits() {
        fails(new IllegalStateException("there is nothing"));

        assertThat(job().getExceptionMessage()).contains("nothing");
        assertThat(job().getDuedate()).isAfter(in(Duration.ofSeconds(30)));
    }

    private void fails(RuntimeException exception) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(configuration.getFailedJobCommandFactory().getCommand(job().getId(), exception));
    }

    private Job job() {
        return jobs.createJobQuery().processDefinitionKey(BrokenProcess.KEY).singleResult();
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }
}
