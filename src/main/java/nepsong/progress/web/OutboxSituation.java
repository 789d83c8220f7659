package nepsong.progress.web;

import java.time.Clock;
import java.time.Duration;
import nepsong.notification.MailState;
import nepsong.notification.QueuedMails;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Beside the progress of the work: whether the mails about it go out. */
@ControllerAdvice(assignableTypes = ProgressPage.class)
class OutboxSituation {

    private final QueuedMails mails;
    private final Clock clock;

    OutboxSituation(QueuedMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** @param oldestMinutes age of the oldest mail that waits; 0 where none does */
    public record Gauges(int backlog, long oldestMinutes, int dead) {

        public boolean worrying() {
            return dead > 0 || oldestMinutes > 60;
        }
    }

    @ModelAttribute("outbox")
    Gauges outbox() {
        long oldest = mails.oldestPending()
                .map(created -> Duration.between(created, clock.instant()).toMinutes())
                .orElse(0L);
        return new Gauges(mails.backlog(), oldest, mails.count(MailState.DEAD, null));
    }
}
