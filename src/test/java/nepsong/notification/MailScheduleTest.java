package nepsong.notification;

import static nepsong.notification.OutboxTestContext.assignment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

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
