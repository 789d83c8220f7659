package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnceTest {

    private final AtomicInteger readings = new AtomicInteger();
    private final ReadOnce<String, Integer> once = new ReadOnce<>(key -> readings.incrementAndGet());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database()));

    @Test
    void aTransactionReadsAKeyOnce() {
        transaction.executeWithoutResult(status -> {
            assertThat(once.get("a")).isEqualTo(1);
            assertThat(once.get("a")).isEqualTo(1);
            assertThat(once.get("b")).isEqualTo(2);
        });
    }

    @Test
    void theNextTransactionReadsAfresh() {
        transaction.executeWithoutResult(status -> once.get("a"));
        transaction.executeWithoutResult(status -> assertThat(once.get("a")).isEqualTo(2));
    }

    @Test
    void withoutATransactionNothingIsKept() {
        once.get("a");
        assertThat(once.get("a")).isEqualTo(2);
    }

    @Test
    void whoeverWritesForgets() {
        transaction.executeWithoutResult(status -> {
            once.get("a");
            once.forget();
            assertThat(once.get("a")).isEqualTo(2);
        });
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherReadsForItself() {
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            once.get("a");
            own.executeWithoutResult(inner -> assertThat(once.get("a")).isEqualTo(2));
            assertThat(once.get("a")).isEqualTo(1);
        });
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        return database;
    }
}
