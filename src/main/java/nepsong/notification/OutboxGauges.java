package nepsong.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What an operator watches of the outbox. */
@Component
class OutboxGauges implements MeterBinder {

    private final QueuedMails mails;
    private final Clock clock;

    OutboxGauges(QueuedMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("nepsong.outbox.backlog", mails, QueuedMails::backlog)
                .description("Mails that wait to be sent")
                .register(registry);
        Gauge.builder("nepsong.outbox.dead", mails, outbox -> outbox.count(MailState.DEAD, null))
                .description("Mails that were given up and wait for an administrator")
                .register(registry);
        Gauge.builder("nepsong.outbox.oldest.age", mails, this::oldestAge)
                .description("Age of the oldest mail that waits")
                .baseUnit("seconds")
                .register(registry);
    }

    private double oldestAge(QueuedMails outbox) {
        return outbox.oldestPending()
                .map(created ->
                        (double) Duration.between(created, clock.instant()).toSeconds())
                .orElse(0.0);
    }
}
