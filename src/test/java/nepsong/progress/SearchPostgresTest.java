package nepsong.progress;

import javax.sql.DataSource;
import nepsong.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchPostgresTest extends SearchTest {

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    DataSource database() {
        return POSTGRES.newDatabase();
    }

    @Override
    String dialect() {
        return "postgres";
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}
