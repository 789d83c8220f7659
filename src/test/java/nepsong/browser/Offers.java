package nepsong.browser;

import java.util.ArrayList;
import java.util.List;
import nepsong.organisation.People;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** What is to be done, and by whom it may be. */
final class Offers {

    private final TaskService tasks;
    private final People people;

    Offers(TaskService tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    /** The oldest first. */
    List<Task> open() {
        return tasks.createTaskQuery().orderByTaskCreateTime().asc().list();
    }

    List<String> to(Task task) {
        if (task.getAssignee() != null) {
            return new ArrayList<>(List.of(task.getAssignee()));
        }
        List<String> offered = new ArrayList<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getUserId() != null) {
                offered.add(link.getUserId());
            } else {
                people.inGroup(link.getGroupId()).forEach(person -> offered.add(person.id()));
            }
        }
        return offered;
    }

    /** Process and task, e.g. {@code self-assessment.approve}. */
    static String name(Task task) {
        String process = task.getProcessDefinitionId().split(":")[0];
        return process + "." + task.getTaskDefinitionKey().replace("userTask_", "");
    }
}
