package nepsong;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same story on PostgreSQL. */
class PostgresJourneyTest extends InspectionCycleJourneyTest {

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
