package nepsong.operations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator has a failed job tried again and says why; what was said is kept. */
@Component
public class RetryJob {

    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 1_000;

    private final EngineState engine;
    private final Jobs jobs;
    private final JobRetries retries;
    private final AuditTrail audit;
    private final StepNames names;
    private final Clock clock;

    RetryJob(EngineState engine, Jobs jobs, JobRetries retries, AuditTrail audit, StepNames names, Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.retries = retries;
        this.audit = audit;
        this.names = names;
        this.clock = clock;
    }

    /** Returns why not; empty when the job will run. */
    @Transactional
    public List<Refusal> retry(String id, String reason, String administrator) {
        int length = TypedText.length(reason);
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            return List.of(Refusal.of(
                    "reason",
                    "Hãy ghi lý do thử lại (từ %d đến %d ký tự): đã sửa gì, vì sao lần này sẽ thành công."
                            .formatted(SHORTEST_REASON, LONGEST_REASON)));
        }
        Optional<FailedJob> found = engine.find(id);
        if (found.isEmpty()) {
            return List.of(Refusal.of("job", "Bước này không còn lỗi: đã chạy xong hoặc đã được thử lại."));
        }
        List<Refusal> refusals = jobs.retry(id, administrator);
        if (refusals.isEmpty()) {
            audit.record(AuditEvent.of("job.retried")
                    .by(administrator)
                    .about(described(found.get()))
                    .because(reason));
            retries.add(new JobRetries.Retry(id, described(found.get()), reason, administrator, clock.instant()));
        }
        return refusals;
    }

    private String described(FailedJob job) {
        String step = job.activity() == null ? "" : ": " + names.step(job.process(), job.activity());
        String about = job.businessKey() == null ? "" : " (" + job.businessKey() + ")";
        return names.process(job.process()) + step + about;
    }
}
