package nepsong.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.notification.Mail;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has still to do.
 *
 * @param step        the id of its form
 * @param businessKey the cycle's code and, mostly, a slash and what the task is about
 * @param groups      that the task is offered to
 * @param users       persons that it is offered to
 */
public record OpenTask(
        String id,
        String name,
        String step,
        String businessKey,
        @Nullable String assignee,
        Instant due,
        List<String> groups,
        List<String> users) {

    public OpenTask {
        groups = List.copyOf(groups);
        users = List.copyOf(users);
    }

    public String cycle() {
        return businessKey.replaceFirst("/.*", "");
    }

    public LocalDate dueOn() {
        return LocalDate.ofInstant(due, WorkingCalendar.ZONE);
    }

    public String link() {
        return Mail.linkToTask(id);
    }
}
