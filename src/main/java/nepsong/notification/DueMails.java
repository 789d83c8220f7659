package nepsong.notification;

import java.time.Instant;
import java.util.List;

/** The outbox as the workers see it. What a worker holds the lease of, no other worker touches. */
interface DueMails {

    /** Takes due mails for the holder of the lease, past those that another has locked; the longest due first. */
    List<QueuedMail> claim(String lease, Instant now, Instant leaseEnd, int atMost);

    /** The holder is alive and still at it. */
    void extend(String lease, Instant leaseEnd);

    /** These, and below, do nothing where the lease has meanwhile gone to another. */
    void markSent(long id, String lease, Instant now);

    void markDead(long id, String lease, String error);

    /** @param expiry when it is given up, unless it goes out before */
    void postpone(long id, String lease, Instant nextAttempt, Instant expiry, String error, boolean serverDown);

    /** Gives back what was claimed and not tried. */
    void release(String lease, Instant now);

    /** Makes due what only waits because the server was down. */
    void wake(Instant now);
}
