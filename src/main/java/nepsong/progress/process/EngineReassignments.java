package nepsong.progress.process;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.engine.FormRefusedException;
import nepsong.organisation.People;
import nepsong.progress.Reassignments;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

@Component
class EngineReassignments implements Reassignments {

    private final TaskService tasks;
    private final IdentityService identities;
    private final People people;

    EngineReassignments(TaskService tasks, IdentityService identities, People people) {
        this.tasks = tasks;
        this.identities = identities;
        this.people = people;
    }

    @Override
    public List<Refusal> give(String task, String person, String manager) {
        identities.setAuthentication(manager, new ArrayList<>(people.groupsOf(manager)));
        try {
            tasks.setAssignee(task, person);
            return List.of();
        } catch (FormRefusedException refused) {
            return refused.refusals();
        } catch (AuthorizationException refused) {
            return List.of(Refusal.of("task", "Chỉ cán bộ quản lý được giao lại việc trong nhóm."));
        } finally {
            identities.clearAuthentication();
        }
    }
}
