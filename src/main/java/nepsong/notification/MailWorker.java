package nepsong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nepsong.notification.DeliveryFailure.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends what is due: takes a batch in a short transaction, sends outside of any, and notes the outcome of every mail
 * before it turns to the next, so that a worker that is killed repeats one mail at the most.
 */
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int BROKEN_LINES_IN_A_ROW = 2;
    private static final int LONGEST_REASON = 900;

    private final MailSorting sorting;
    private final DueMails mails;
    private final MailWriter writer;
    private final JavaMailSenderImpl server;
    private final MailSettings settings;
    private final Clock clock;

    MailWorker(
            MailSorting sorting,
            DueMails mails,
            MailWriter writer,
            JavaMailSenderImpl server,
            MailSettings settings,
            Clock clock) {
        this.sorting = sorting;
        this.mails = mails;
        this.writer = writer;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        SmtpLine.limitWaiting(server);
    }

    /** Until nothing is due or the server is down. Returns how many mails went out. */
    int sendDue() {
        sorting.sort();
        int sent = 0;
        try (SmtpLine line = new SmtpLine(server, writer, settings.longest())) {
            for (boolean more = true; more && !Thread.currentThread().isInterrupted(); ) {
                String lease = UUID.randomUUID().toString();
                Instant leaseEnd = clock.instant().plus(settings.lease());
                List<QueuedMail> batch = mails.claim(lease, clock.instant(), leaseEnd, settings.batch());
                int before = sent;
                try (Heartbeat alive = new Heartbeat(() -> extend(lease), settings.lease())) {
                    sent += send(batch, lease, leaseEnd, line);
                    more = batch.size() == settings.batch();
                } catch (ServerDown down) {
                    LOG.warn("Mail server down: {}", down.getMessage());
                    sent += down.sent;
                    more = false;
                } finally {
                    mails.release(lease, clock.instant());
                }
                if (sent > before) {
                    mails.wake(clock.instant());
                }
            }
        }
        return sent;
    }

    private void extend(String lease) {
        mails.extend(lease, clock.instant().plus(settings.lease()));
    }

    private int send(List<QueuedMail> batch, String lease, Instant leaseEnd, SmtpLine line) throws ServerDown {
        int sent = 0;
        int broken = 0;
        // Nobody waits twice for an address at which the line broke.
        Map<String, DeliveryFailure> silent = new HashMap<>();
        // None is begun that the lease might not outlast, the goodbye included.
        Duration oneMail = settings.longest().multipliedBy(2);
        for (int i = 0; i < batch.size() && clock.instant().plus(oneMail).isBefore(leaseEnd); i++) {
            QueuedMail mail = batch.get(i);
            DeliveryFailure before = silent.get(mail.address());
            if (before != null) {
                note(mail, lease, before, false);
                continue;
            }
            try {
                line.send(mail);
                mails.markSent(mail.id(), lease, clock.instant());
                sent++;
                broken = 0;
            } catch (DeliveryFailure failure) {
                if (failure.scope() == Scope.LINE) {
                    silent.put(mail.address(), failure);
                }
                broken = failure.scope() == Scope.LINE ? broken + 1 : 0;
                boolean serverDown = failure.scope() == Scope.SERVER || broken == BROKEN_LINES_IN_A_ROW;
                note(mail, lease, failure, serverDown);
                if (serverDown) {
                    batch.subList(i + 1, batch.size()).forEach(rest -> note(rest, lease, failure, true));
                    throw new ServerDown(failure, sent);
                }
            }
        }
        return sent;
    }

    private void note(QueuedMail mail, String lease, DeliveryFailure failure, boolean serverDown) {
        String reason = Facts.line(failure.getMessage(), LONGEST_REASON);
        Instant now = clock.instant();
        Instant next = now.plus(BackOffPolicy.rest(mail.attempts(), serverDown));
        Instant expiry = expiry(mail, now);
        if (!serverDown && failure.scope() == Scope.PERMANENT) {
            mails.markDead(mail.id(), lease, reason);
        } else if (next.isAfter(expiry)) {
            mails.markDead(mail.id(), lease, "Quá thời hạn gửi. Lần cuối: " + reason);
        } else {
            mails.postpone(mail.id(), lease, next, expiry, reason, serverDown);
        }
    }

    /** What has lain for long, as where there was no mail server yet, is tried for as long as any other. */
    private Instant expiry(QueuedMail mail, Instant now) {
        Instant fromNow = now.plus(settings.giveUp());
        Instant said = mail.expiresAt().toInstant();
        return mail.attempts() == 0 && said.isBefore(fromNow) ? fromNow : said;
    }

    private static final class ServerDown extends Exception {

        private final int sent;

        ServerDown(DeliveryFailure failure, int sent) {
            super(failure.getMessage());
            this.sent = sent;
        }
    }
}
