package nepsong.reminder;

import java.time.Instant;
import java.time.LocalDate;
import nepsong.cycle.Affair;

/**
 * A task that was reported to somebody above its holder, who keeps it.
 *
 * @param group       whose members were told
 * @param workingDays how long the task had been overdue; 0 for a role without a person
 */
public record Escalation(
        String task,
        String taskName,
        String step,
        String businessKey,
        Affair affair,
        Reason reason,
        String group,
        int workingDays,
        LocalDate dueOn,
        Instant at) {

    public enum Reason {
        OVERDUE,
        /** The role that the task is offered to has nobody in it. */
        UNATTENDED
    }
}
