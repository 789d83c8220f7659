package nepsong;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Empty databases, one for each test that asks, in a PostgreSQL for all tests of a process; it ends with the process. */
public final class PostgresServer implements AfterAllCallback {

    private static final String ADMINISTRATION = "postgres";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final List<HikariDataSource> pools = new ArrayList<>();

    public DataSource newDatabase() {
        String name = "database_" + DATABASES.incrementAndGet();
        try (Connection connection =
                        SERVER.getDatabase(ADMINISTRATION, ADMINISTRATION).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database " + name, failed);
        }
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(SERVER.getDatabase(ADMINISTRATION, name));
        settings.setMinimumIdle(1);
        settings.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(settings);
        pools.add(pool);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException failed) {
            throw new IllegalStateException("no PostgreSQL", failed);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pools.forEach(HikariDataSource::close);
    }
}
