package nepsong.notification;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The same on PostgreSQL. */
@Import(OutboxTestContext.class)
class OnPostgres {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    @Primary
    DataSource postgresDatabase(EmbeddedPostgres postgres) {
        DataSource database = postgres.getPostgresDatabase();
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V04__notification.sql"),
                        new ClassPathResource("db/migration/V65__mail_sorting.sql"),
                        new ClassPathResource("db/migration/V65_1__outbox_indexes.sql")),
                database);
        return database;
    }
}
