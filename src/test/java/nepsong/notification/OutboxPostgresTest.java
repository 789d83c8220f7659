package nepsong.notification;

import static nepsong.notification.OutboxTestContext.assignment;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@ContextConfiguration(classes = OnPostgres.class, inheritLocations = false)
class OutboxPostgresTest extends OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoTransactionsThatQueueTheSameKeyAtOnceBothSucceed() throws Exception {
        CountDownLatch posted = new CountDownLatch(1);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            await(posted);
            transactions.executeWithoutResult(status -> outbox.post(assignment("t1", "huong", "Tự đánh giá")));
        });
        transactions.executeWithoutResult(status -> {
            outbox.postNow(List.of(assignment("t1", "huong", "Tự đánh giá")));
            posted.countDown();
            awaitSomebodyWaitingForUs();
        });
        second.get();

        assertThat(mails.count(null, null)).isOne();
    }

    @Test
    void thisIsPostgres(@Autowired DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }

    private void awaitSomebodyWaitingForUs() {
        org.awaitility.Awaitility.await()
                .until(() ->
                        CompletableFuture.supplyAsync(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                                .query(Integer.class)
                                                .single())
                                        .get()
                                > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
