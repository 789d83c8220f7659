package nepsong.bench;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs an engine's jobs that are due, one after the other, until none is left. */
final class Jobs {

    private static final int MOST_ROUNDS = 10_000;

    private Jobs() {}

    static void run(ManagementService management) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = management.createJobQuery().executable().active().listPage(0, 200);
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            }
        }
        throw new IllegalStateException("jobs do not come to an end");
    }
}
