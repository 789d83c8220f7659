package nepsong;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL's driver keeps 256 statements of each connection prepared. A cycle has some hundred more, and what is done
 * once in a while would be planned anew each time. H2 refuses a setting that it does not know.
 */
@Component
class DatabaseSettings implements BeanPostProcessor {

    private static final int STATEMENTS = 1024;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource database
                && database.getJdbcUrl() != null
                && database.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            database.addDataSourceProperty("preparedStatementCacheQueries", STATEMENTS);
        }
        return bean;
    }
}
