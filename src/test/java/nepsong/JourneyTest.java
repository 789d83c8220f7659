package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application with the people of the demonstration, on a database of its own, with jobs that run only when
 * the test says so and a clock that the test moves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "nepsong.demo=true"
        })
@TestExecutionListeners(listeners = JourneyTest.Afterwards.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Import({MovableClock.class, Desk.class, Campaign.class, CycleRecords.class, DiscreetMails.class})
public @interface JourneyTest {

    /** The engine's clock is one for all contexts; and whatever a story tells of, its mails have kept it to themselves. */
    final class Afterwards implements TestExecutionListener {

        @Override
        public void afterTestMethod(TestContext test) {
            test.getApplicationContext().getBean(MovableClock.class).reset();
            DiscreetMails mails = test.getApplicationContext().getBean(DiscreetMails.class);
            assertThat(mails.indiscretions()).isEmpty();
        }
    }
}
