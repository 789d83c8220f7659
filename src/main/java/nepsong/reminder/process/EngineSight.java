package nepsong.reminder.process;

import nepsong.reminder.Sight;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** The engine takes what is granted on a task away with the task. */
@Component
class EngineSight implements Sight {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    EngineSight(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void offer(String task, String group) {
        tasks.addCandidateGroup(task, group);
    }

    @Override
    public void release(String task) {
        tasks.setAssignee(task, null);
    }

    @Override
    public void show(String task, String group) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task)
                        .groupIdIn(group)
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.TASK);
            grant.setResourceId(task);
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }
}
