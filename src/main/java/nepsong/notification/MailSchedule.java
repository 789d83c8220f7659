package nepsong.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** When mail is sent: always, on two threads that do nothing else; never without a mail server in the settings. */
@Configuration
class MailSchedule {

    private static final int THREADS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** Whoever was killed in the middle of sending is given up after the beats that are missed: within two minutes. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final int MISSED_HEARTBEATS = 4;

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    MailWorker mailWorker(
            MailSorting sorting,
            DueMails mails,
            MailWriter writer,
            JavaMailSenderImpl server,
            MailSettings settings,
            Clock clock) {
        return new MailWorker(sorting, mails, writer, server, settings, clock);
    }

    /** Stands in for the scheduler that the starter would make, with ten threads and a poll of its own. */
    @Bean(destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    Scheduler mailScheduler(DataSource database, ObjectProvider<MailWorker> workers) {
        List<RecurringTask<Void>> lanes = workers.stream()
                .flatMap(worker -> IntStream.rangeClosed(1, THREADS).mapToObj(lane -> lane(lane, worker)))
                .toList();
        return Scheduler.create(database)
                .startTasks(lanes)
                .threads(THREADS)
                .pollingInterval(lanes.isEmpty() ? Duration.ofDays(1) : PAUSE)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(30))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    private static RecurringTask<Void> lane(int number, MailWorker worker) {
        return Tasks.recurring("send-mail-" + number, FixedDelay.of(PAUSE))
                .execute((instance, context) -> worker.sendDue());
    }
}
