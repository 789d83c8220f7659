package nepsong.reminder;

import java.time.Instant;
import java.time.LocalDate;
import nepsong.cycle.Affair;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A wish for more time.
 *
 * @param until    the last day that is asked for
 * @param requestedFor id of the person in whose place it was asked for; null where in nobody's
 * @param decision null until somebody has decided
 */
public record Extension(
        String id,
        String task,
        String taskName,
        String step,
        String businessKey,
        Affair affair,
        String requestedBy,
        Instant requestedAt,
        String reason,
        Instant oldDue,
        LocalDate until,
        @Nullable Decision decision,
        @Nullable String requestedFor) {

    /** @param answer why not, where it was not granted */
    public record Decision(boolean granted, @Nullable String answer, String by, Instant at) {}

    /** Not decided yet, and just what this person now asks for. */
    boolean asksFor(String ofTask, String by, LocalDate wanted, String why) {
        return decision == null
                && task.equals(ofTask)
                && requestedBy.equals(by)
                && until.equals(wanted)
                && reason.equals(why);
    }

    public LocalDate oldDay() {
        return LocalDate.ofInstant(oldDue, WorkingCalendar.ZONE);
    }
}
