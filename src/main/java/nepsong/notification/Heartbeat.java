package nepsong.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a lease while its holder lives, however slowly the server takes the mails: three beats to a lease. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS = 3;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mail-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(Runnable beat, Duration lease) {
        long pause = lease.dividedBy(BEATS).toMillis();
        heart.scheduleAtFixedRate(() -> beat(beat), pause, pause, TimeUnit.MILLISECONDS);
    }

    private static void beat(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException missed) {
            // A beat may be missed: the lease outlasts two of them.
            LOG.warn("The lease could not be extended: {}", missed.getMessage());
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
