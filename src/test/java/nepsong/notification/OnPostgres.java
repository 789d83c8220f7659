package nepsong.notification;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The same on PostgreSQL. */
@Import(OutboxTestContext.class)
class OnPostgres {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    @Primary
    HikariDataSource postgresDatabase(EmbeddedPostgres postgres) {
        HikariDataSource database = new HikariDataSource();
        database.setDataSource(postgres.getPostgresDatabase());
        database.setMaximumPoolSize(6);
        return OutboxTestContext.withTables(database);
    }
}
