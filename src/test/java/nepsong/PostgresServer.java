package nepsong;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL for all tests of a class, each of which has an empty database of its own. */
public final class PostgresServer implements AfterAllCallback {

    private static final String ADMINISTRATION = "postgres";

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    public PostgresServer() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new IllegalStateException("no PostgreSQL", failed);
        }
    }

    public DataSource newDatabase() {
        String name = "database_" + databases.incrementAndGet();
        try (Connection connection =
                        server.getDatabase(ADMINISTRATION, ADMINISTRATION).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database " + name, failed);
        }
        return server.getDatabase(ADMINISTRATION, name);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }
}
