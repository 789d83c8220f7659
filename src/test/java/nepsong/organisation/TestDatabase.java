package nepsong.organisation;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database in memory with every table of ours, and without a Spring context. */
public final class TestDatabase {

    private TestDatabase() {}

    public static JdbcClient fresh() {
        return JdbcClient.create(freshSource());
    }

    public static DataSource freshSource() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
