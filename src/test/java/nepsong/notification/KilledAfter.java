package nepsong.notification;

import java.time.Instant;
import java.util.List;

/** The outbox of a worker that dies at a moment of its work, and notes and gives back nothing any more. */
final class KilledAfter implements DueMails {

    enum Moment {
        /** With a batch in hand, of which nothing was sent. */
        CLAIM,
        /** In the middle of a message; the server has to be told to hang up there. */
        DATA,
        /** When so many mails have gone out, before the last of them is noted. */
        SENT
    }

    private final DueMails mails;
    private final Moment moment;
    private int left;
    private boolean dead;

    /** @param times how often the moment passes before it is the last */
    KilledAfter(DueMails mails, Moment moment, int times) {
        this.mails = mails;
        this.moment = moment;
        this.left = times;
    }

    @Override
    public List<QueuedMail> claim(String lease, Instant now, Instant leaseEnd, int atMost) {
        List<QueuedMail> batch = mails.claim(lease, now, leaseEnd, atMost);
        dieAt(Moment.CLAIM);
        return batch;
    }

    @Override
    public void markSent(long id, String lease, Instant now) {
        dieAt(Moment.SENT);
        mails.markSent(id, lease, now);
    }

    private void dieAt(Moment reached) {
        if (reached == moment && --left <= 0) {
            dead = true;
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public void extend(String lease, Instant leaseEnd) {}

    @Override
    public void markDead(long id, String lease, String error) {}

    /** Who is killed in the middle of a message does not live to see the line break. */
    @Override
    public void postpone(long id, String lease, Instant nextAttempt, Instant expiry, String error, boolean serverDown) {
        dieAt(Moment.DATA);
    }

    /** Whoever is killed gives nothing back. */
    @Override
    public void release(String lease, Instant now) {
        if (!dead) {
            mails.release(lease, now);
        }
    }

    @Override
    public void wake(Instant now) {}
}
