package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.audit.AuditVerdict;
import nepsong.audit.VerifyChain;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the audit chain of 100,000 rows takes to be verified on PostgreSQL. The goal is ten seconds. */
class AuditBenchmark {

    private static final int ROWS = 100_000;
    private static final int ROWS_OF_A_TRANSACTION = 1_000;
    private static final int TIMES = 5;
    private static final double GOAL_SECONDS = 10;

    @Test
    void aHundredThousandRowsAreVerified() throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Application application = Application.start(Map.of(
                        "spring.datasource.url",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username",
                        "postgres",
                        "nepsong.demo",
                        true))) {
            fill(application);
            VerifyChain chain = application.bean(VerifyChain.class);
            for (int time = 0; time < TIMES; time++) {
                long begun = System.nanoTime();
                AuditVerdict verdict = chain.verify(null);
                seconds.add((System.nanoTime() - begun) / 1e9);
                assertThat(verdict.isIntact()).isTrue();
            }
        }
        System.out.printf("audit chain of %,d rows on PostgreSQL, seconds: %s%n", ROWS, seconds);
        Results.write("audit", Map.of("rows", ROWS, "seconds", seconds));
        assertThat(seconds).allMatch(taken -> taken < GOAL_SECONDS);
    }

    private static void fill(Application application) {
        AuditTrail trail = application.bean(AuditTrail.class);
        TransactionTemplate transaction = new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        for (int done = 0; done < ROWS; done += ROWS_OF_A_TRANSACTION) {
            int from = done;
            transaction.executeWithoutResult(status -> IntStream.range(from, from + ROWS_OF_A_TRANSACTION)
                    .forEach(i -> trail.record(AuditEvent.of("scores.self")
                            .by("person" + i % 97)
                            .of("2023", "unit" + i % 30)
                            .about("dòng " + i)
                            .changed(Map.of(), Map.of("CS-A1", i % 5)))));
        }
    }
}
