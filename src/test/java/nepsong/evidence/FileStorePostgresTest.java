package nepsong.evidence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class FileStorePostgresTest extends FileStoreTest {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    DataSource database() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new IllegalStateException("no PostgreSQL", failed);
        }
        DataSource source = postgres.getPostgresDatabase();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    @AfterEach
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
