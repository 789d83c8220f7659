package nepsong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** {@link CompletionTimes} on PostgreSQL, whose server is started for it. */
class CompletionOnPostgresBenchmark {

    @Test
    void completions() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database ours");
                statement.execute("create database bare");
            }
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/%s?preparedStatementCacheQueries=1024";
            CompletionTimes.measure("postgresql", url, "postgres", "postgres");
        }
    }
}
