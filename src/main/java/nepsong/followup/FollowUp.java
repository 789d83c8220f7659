package nepsong.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that the conference of a cycle gave a unit.
 *
 * @param number  its place among the tasks of the conference, counted from 1
 * @param givenOn the day of the conference, and never later than the unit was told
 * @param dueOn   the last day for the report that is awaited
 * @param reports the newest last
 */
public record FollowUp(
        String id,
        String cycle,
        String unit,
        int number,
        String task,
        LocalDate givenOn,
        LocalDate dueOn,
        List<FollowUpReport> reports) {

    public FollowUp {
        reports = List.copyOf(reports);
    }

    FollowUp with(List<FollowUpReport> all) {
        return new FollowUp(id, cycle, unit, number, task, givenOn, dueOn, all);
    }

    /** What people call it: NV for nhiệm vụ. */
    public String code() {
        return code(number);
    }

    static String code(int number) {
        return "NV-" + number;
    }

    public @Nullable FollowUpReport last() {
        return reports.isEmpty() ? null : reports.get(reports.size() - 1);
    }

    /** Why the last report was given back; empty where it was not. */
    public String returnedBecause() {
        FollowUpReport last = last();
        return last == null || last.verdict() == null
                ? ""
                : Objects.requireNonNullElse(last.verdict().reason(), "");
    }

    public boolean isDone() {
        FollowUpReport last = last();
        return last != null && last.isAccepted();
    }

    /** Whether the unit has reported and waits for an answer. */
    public boolean isReported() {
        FollowUpReport last = last();
        return last != null && last.verdict() == null;
    }

    public boolean isOverdue(LocalDate today) {
        return !isDone() && !isReported() && dueOn.isBefore(today);
    }
}
