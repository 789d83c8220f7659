package nepsong.notification;

import java.time.Instant;
import java.util.List;

/** The outbox of a worker that dies when so many of its mails have gone out, before the last of them is noted. */
final class KilledAfter implements DueMails {

    private final DueMails mails;
    private int left;

    KilledAfter(DueMails mails, int sent) {
        this.mails = mails;
        this.left = sent;
    }

    @Override
    public List<QueuedMail> claim(String lease, Instant now, Instant leaseEnd, int atMost) {
        return mails.claim(lease, now, leaseEnd, atMost);
    }

    @Override
    public void markSent(long id, String lease, Instant now) {
        if (--left <= 0) {
            throw new IllegalStateException("killed");
        }
        mails.markSent(id, lease, now);
    }

    @Override
    public void extend(String lease, Instant leaseEnd) {}

    @Override
    public void markDead(long id, String lease, String error) {}

    @Override
    public void postpone(long id, String lease, Instant nextAttempt, String error, boolean serverDown) {}

    /** Whoever is killed gives nothing back. */
    @Override
    public void release(String lease, Instant now) {
        if (left > 0) {
            mails.release(lease, now);
        }
    }

    @Override
    public void wake(Instant now) {}
}
