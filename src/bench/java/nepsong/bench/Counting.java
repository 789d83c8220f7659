package nepsong.bench;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the counter in front of the application's database. */
final class Counting implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && !(bean instanceof CountingDataSource)
                ? new CountingDataSource(database)
                : bean;
    }
}
