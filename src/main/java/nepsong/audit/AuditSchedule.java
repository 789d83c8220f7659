package nepsong.audit;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals every second what there is to seal. Each node has a thread of its own for it: whose turn it is, the database
 * says, and a look that finds nothing new costs one statement.
 */
@Component
class AuditSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final SealEvents sealing;
    private final AuditSeals seals;
    private final Duration pause;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread sealer = new Thread(work, "audit-sealer");
        sealer.setDaemon(true);
        return sealer;
    });

    private long lastEvent = -1;
    private long lookedAt;
    private long sweptAt;
    private String lastProblem = "";

    AuditSchedule(SealEvents sealing, AuditSeals seals, AuditSettings settings) {
        this.sealing = sealing;
        this.seals = seals;
        this.pause = settings.sealEvery();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!pause.isZero()) {
            thread.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            long now = System.nanoTime();
            long newest = seals.lastEvent();
            boolean sweep = lastEvent < 0 || now - sweptAt > SWEEP.toNanos();
            if (sweep || newest != lastEvent || now - lookedAt > LOOK_ANYWAY.toNanos()) {
                sealing.seal(sweep);
                lastEvent = newest;
                lookedAt = now;
                sweptAt = sweep ? now : sweptAt;
            }
            lastProblem = "";
        } catch (RuntimeException problem) {
            String what = String.valueOf(problem.getMessage());
            if (!what.equals(lastProblem)) {
                LOG.error("Events cannot be added to the audit chain for now; they are kept and added later", problem);
                lastProblem = what;
            }
        }
    }
}
