package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import nepsong.cycle.WithdrawCycle;
import nepsong.demonstration.LoadHistory;
import nepsong.evaluation.Results;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** The same story on PostgreSQL, and before it, for as long as a transaction lasts, the demonstration's finished cycle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresJourneyTest extends InspectionCycleJourneyTest {

    @Autowired
    LoadHistory history;

    @Autowired
    Results results;

    @Test
    @Order(1)
    @Transactional
    void theFinishedCycleOfTheDemonstrationIsWrittenHereToo() {
        assertThat(history.load()).isTrue();
        assertThat(results.of("2022")).hasSize(22);
    }

    @Override
    boolean everybodyIsWordy() {
        return false;
    }

    @Autowired
    WithdrawCycle withdrawing;

    @Test
    void aWithdrawnCycleLeavesNothingOpenHereToo() {
        WithdrawalJourneyTest.withdrawUnderWay(campaign, records, withdrawing);
    }

    @DynamicPropertySource
    static void anotherDatabase(DynamicPropertyRegistry properties) {
        EmbeddedPostgres postgres = start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    /** Ends with the tests' process, as the context does that uses it. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("no PostgreSQL", failed);
        }
    }
}
