package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    private final DatabaseSettings settings = new DatabaseSettings();

    @Test
    void postgresKeepsMoreStatementsPreparedAndOthersAreAskedNothingThatTheyDoNotKnow() {
        assertThat(of("jdbc:postgresql://localhost/nepsong").getDataSourceProperties())
                .containsEntry("preparedStatementCacheQueries", 1024);
        assertThat(of("jdbc:h2:mem:nepsong").getDataSourceProperties()).isEmpty();
        assertThat(settings.postProcessBeforeInitialization("another bean", "name"))
                .isEqualTo("another bean");
    }

    private HikariDataSource of(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        return (HikariDataSource) settings.postProcessBeforeInitialization(database, "dataSource");
    }
}
