package nepsong.evidence;

import javax.sql.DataSource;
import nepsong.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileStorePostgresTest extends FileStoreTest {

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    DataSource database() {
        DataSource source = POSTGRES.newDatabase();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
