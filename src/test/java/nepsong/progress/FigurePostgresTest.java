package nepsong.progress;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

class FigurePostgresTest extends FigureTest {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new IllegalStateException("no PostgreSQL", failed);
        }
        return postgres.getPostgresDatabase();
    }

    @Override
    String dialect() {
        return "postgres";
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }
}
