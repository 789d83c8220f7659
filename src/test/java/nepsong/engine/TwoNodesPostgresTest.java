package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nepsong.NepsongApplication;
import nepsong.audit.VerifyChain;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that start at the same moment on an empty database. */
@Tag("own-process")
class TwoNodesPostgresTest {

    /** At each start Spring sets up the log of the whole process, and two starts at once would take it from each other. */
    @BeforeAll
    static void theLogIsNobodys() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    @ParameterizedTest(name = "demonstration: {0}")
    @ValueSource(booleans = {true, false})
    void bothStartAndEverythingIsMadeOnce(boolean demonstration)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Callable<ConfigurableApplicationContext> start =
                    () -> node(postgres.getJdbcUrl("postgres", "postgres"), demonstration);
            List<Future<ConfigurableApplicationContext>> starts = both.invokeAll(List.of(start, start));
            try (ConfigurableApplicationContext one = starts.get(0).get();
                    ConfigurableApplicationContext other = starts.get(1).get()) {
                assertEverythingIsThereOnce(one, demonstration);
                assertThat(other.getBean(VerifyChain.class).verify(null).broken())
                        .isNull();
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static void assertEverythingIsThereOnce(ConfigurableApplicationContext node, boolean demonstration) {
        JdbcClient jdbc = node.getBean(JdbcClient.class);
        assertThat(node.getBean(RepositoryService.class).createDeploymentQuery().count())
                .isOne();
        assertThat(node.getBean(FilterService.class).createFilterQuery().count())
                .isEqualTo(InboxFilters.SHARED.size() + 1);
        assertThat(node.getBean(IdentityService.class)
                        .createUserQuery()
                        .userId("admin")
                        .count())
                .isOne();
        assertThat(count(jdbc, "checklist_versions")).isOne();
        assertThat(count(jdbc, "theme_versions")).isOne();
        assertThat(count(jdbc, "cycles")).isEqualTo(demonstration ? 1 : 0);
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static ConfigurableApplicationContext node(String database, boolean demonstration) {
        return new SpringApplicationBuilder(NepsongApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--nepsong.audit.key=of a length that nobody guesses",
                        "--nepsong.demo=" + demonstration,
                        "--nepsong.demo-history=" + demonstration,
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.generate-unique-process-application-name=true",
                        "--camunda.bpm.job-execution.enabled=false");
    }
}
