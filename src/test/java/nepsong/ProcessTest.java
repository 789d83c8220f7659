package nepsong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nepsong.engine.QuickPasswords;
import nepsong.evaluation.ScoredCycle;
import nepsong.evidence.BroughtPapers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on an H2 of its own in memory, with jobs that run only when the test says so, a clock that the
 * test moves, and no demonstration. All process tests share one context: each uses cycle codes of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "nepsong.demo=false"
        })
@Import({MovableClock.class, Desk.class, BroughtPapers.class, QuickPasswords.class, ScoredCycle.class})
public @interface ProcessTest {}
