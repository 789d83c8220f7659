package nepsong.notification;

import java.time.Instant;
import java.util.List;

/** The outbox of a worker that dies after its first mail has gone out and before that is noted. */
record KilledAtFirstMark(DueMails mails) implements DueMails {

    @Override
    public List<QueuedMail> claim(String lease, Instant now, Instant leaseEnd, int atMost) {
        return mails.claim(lease, now, leaseEnd, atMost);
    }

    @Override
    public void markSent(long id, String lease, Instant now) {
        throw new IllegalStateException("killed");
    }

    @Override
    public void markDead(long id, String lease, String error) {}

    @Override
    public void postpone(long id, String lease, Instant nextAttempt, String error, boolean serverDown) {}

    @Override
    public void release(String lease, Instant now) {}

    @Override
    public void wake(Instant now) {}
}
