package nepsong.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nepsong.cycle.Affair;
import nepsong.notification.Mail;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has still to do.
 *
 * @param step        the id of its form
 * @param businessKey of its process
 * @param groups      that the task is offered to
 * @param users       persons that it is offered to
 */
public record OpenTask(
        String id,
        String name,
        String step,
        String businessKey,
        Affair affair,
        @Nullable String assignee,
        Instant due,
        List<String> groups,
        List<String> users) {

    public OpenTask {
        groups = List.copyOf(groups);
        users = List.copyOf(users);
    }

    /** Offered to more than one. */
    OpenTask and(OpenTask more) {
        return new OpenTask(
                id,
                name,
                step,
                businessKey,
                affair,
                assignee,
                due,
                Stream.concat(groups.stream(), more.groups.stream()).toList(),
                Stream.concat(users.stream(), more.users.stream()).toList());
    }

    /** Whoever took it on and whoever it is offered to by name. */
    public List<String> persons() {
        List<String> persons = new ArrayList<>(users);
        if (assignee != null) {
            persons.add(assignee);
        }
        return persons;
    }

    public LocalDate dueOn() {
        return LocalDate.ofInstant(due, WorkingCalendar.ZONE);
    }

    public String link() {
        return Mail.linkToTask(id);
    }
}
