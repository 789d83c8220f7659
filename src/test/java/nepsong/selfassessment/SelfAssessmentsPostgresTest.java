package nepsong.selfassessment;

import javax.sql.DataSource;
import nepsong.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class SelfAssessmentsPostgresTest extends SelfAssessmentsTest {

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    DataSource database() {
        return POSTGRES.newDatabase();
    }
}
