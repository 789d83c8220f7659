package nepsong.notification;

import static nepsong.notification.OutboxTestContext.assignment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailScheduleTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MailSenderAutoConfiguration.class, DbSchedulerAutoConfiguration.class))
            .withUserConfiguration(OutboxTestContext.class, MailSchedule.class);

    @Test
    void mailGoesOutByItselfWhereThereIsAServer() throws IOException {
        try (FaultySmtp smtp = new FaultySmtp()) {
            application
                    .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + smtp.port())
                    .run(context -> {
                        assertThat(context).hasSingleBean(Scheduler.class);
                        context.getBean(Outbox.class).post(assignment("t1", "huong", "Tự đánh giá"));

                        QueuedMails mails = context.getBean(QueuedMails.class);
                        await().atMost(Duration.ofSeconds(30)).until(() -> mails.count(MailState.SENT, null) == 1);
                        assertThat(smtp.messages).hasSize(1);
                    });
        }
    }

    @Test
    void whoWasKilledInTheMiddleOfSendingIsGivenUpWithinTwoMinutes() throws IOException {
        try (FaultySmtp smtp = new FaultySmtp()) {
            application
                    .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + smtp.port())
                    .run(context -> {
                        context.getBean(Scheduler.class).stop();
                        JdbcClient jdbc = context.getBean(JdbcClient.class);
                        assertThat(jdbc.sql(
                                                """
                                                update scheduled_tasks
                                                set picked = true, picked_by = 'killed', last_heartbeat = :beat, execution_time = :beat
                                                """)
                                        .param(
                                                "beat",
                                                OffsetDateTime.now(ZoneOffset.UTC)
                                                        .minusMinutes(2))
                                        .update())
                                .as("both lanes")
                                .isEqualTo(2);
                        context.getBean(Outbox.class).post(assignment("t2", "huong", "Tự đánh giá"));
                        Scheduler next = new MailSchedule()
                                .mailScheduler(
                                        context.getBean(DataSource.class), context.getBeanProvider(MailWorker.class));
                        try {
                            next.start();
                            await().atMost(Duration.ofSeconds(30)).until(() -> smtp.messages.size() == 1);
                        } finally {
                            next.stop();
                        }
                    });
        }
    }

    @Test
    void mailStaysInTheOutboxWhereThereIsNone() {
        application.run(context -> {
            context.getBean(Outbox.class).post(assignment("t1", "huong", "Tự đánh giá"));

            assertThat(context).hasSingleBean(Scheduler.class).doesNotHaveBean(MailWorker.class);
            assertThat(context.getBean(Scheduler.class).getScheduledExecutions())
                    .isEmpty();
            assertThat(context.getBean(QueuedMails.class).count(MailState.PENDING, null))
                    .isOne();
        });
    }
}
