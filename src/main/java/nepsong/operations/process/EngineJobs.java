package nepsong.operations.process;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.operations.Jobs;
import nepsong.organisation.People;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

@Component
class EngineJobs implements Jobs {

    /** As many as a job has at first without a rule of its own. */
    private static final int ATTEMPTS = 3;

    private final ManagementService jobs;
    private final IdentityService identities;
    private final People people;

    EngineJobs(ManagementService jobs, IdentityService identities, People people) {
        this.jobs = jobs;
        this.identities = identities;
        this.people = people;
    }

    @Override
    public List<Refusal> retry(String job, String administrator) {
        identities.setAuthentication(administrator, new ArrayList<>(people.groupsOf(administrator)));
        try {
            jobs.setJobRetries(job, ATTEMPTS);
            return List.of();
        } catch (AuthorizationException refused) {
            return List.of(Refusal.of("job", "Chỉ quản trị hệ thống được cho chạy lại."));
        } finally {
            identities.clearAuthentication();
        }
    }
}
